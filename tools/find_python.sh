#!/usr/bin/env bash
# Print the Python that .venv is made with: 3.11 or newer, able to make virtual environments.
set -euo pipefail

for name in python3 python3.11 python3.12 python3.13 python3.14; do
    python=$(command -v "$name") || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "Python cannot make a virtual environment yet; run: sudo apt-get install python3-venv" >&2
        exit 1
    fi
    echo "$python"
    exit 0
done
echo "Python 3.11 or newer is missing; run: sudo apt-get install python3 python3-venv" >&2
exit 1
