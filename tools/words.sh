#!/usr/bin/env bash
# Bring every .po file up to date with the sentences in the code; new ones wait empty.
set -euo pipefail

pot=$(mktemp --suffix=.pot)
trap 'rm -f "$pot"' EXIT

bring() {
    local folder=$1 domain=$2
    .venv/bin/pybabel -q extract --mapping-file babel.cfg --keywords 'lazy_gettext' \
        --keywords 'lazy_ngettext:1,2' --no-location --sort-output --no-wrap \
        --project Dorpsstem --version 0.1 \
        --copyright-holder "Dorpsstem contributors" --output-file "$pot" "$folder"
    for language in fr de en; do
        local file=$folder/translations/$language/LC_MESSAGES/$domain.po
        if [ -e "$file" ]; then
            .venv/bin/pybabel -q update --domain "$domain" --input-file "$pot" --no-wrap \
                --output-dir "$folder/translations" --locale "$language" \
                --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date
        else
            .venv/bin/pybabel -q init --domain "$domain" --input-file "$pot" --no-wrap \
                --output-dir "$folder/translations" --locale "$language"
        fi
    done
}

bring survey_app messages
bring analysis analysis
