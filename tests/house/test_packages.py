"""What the project stands on: pinned, hashed, from nowhere in particular, and free to pass on."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from setuptools import find_namespace_packages

from tests.house.tree import ROOT, files, name, none_of

LOCKS = ("requirements.lock", "requirements-dev.lock")
COPYLEFT = re.compile(
    r"(?<![L])A?GPL|(?<!Lesser )(?<!Library )General Public License", re.IGNORECASE
)
SAID_ELSEWHERE = {
    "huey": "MIT, said in its LICENSE file",
    "axe-playwright-python": "MIT; the axe-core in it MPL-2.0, said in its LICENSE file",
}


def pinned(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text("utf-8")
    return {
        canonicalize_name(found[1]): found[2]
        for found in re.finditer(r"^([\w.-]+)(?:\[[\w,-]+\])?==(\S+)", text, re.MULTILINE)
    }


def declared(*extras: str) -> list[Requirement]:
    setup = ConfigParser(inline_comment_prefixes=("#",), comment_prefixes=("#",))
    setup.read(ROOT / "setup.cfg", "utf-8")
    lists = [setup["options"]["install_requires"]]
    lists += [setup["options.extras_require"][extra] for extra in extras]
    return [Requirement(line) for part in lists for line in part.splitlines() if line.strip()]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")

    assert re.findall(r".*(?:://|--index|--find-links|--trusted|file:/).*", text) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_in_a_lock_has_hashes(lock: str) -> None:
    entries = re.split(
        r"^(?=[\w.-]+(?:\[[\w,-]+\])?==)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE
    )

    assert [entry for entry in entries[1:] if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize(("lock", "extras"), [(LOCKS[0], ()), (LOCKS[1], ("test", "check"))])
def test_lock_holds_what_setup_asks(lock: str, extras: tuple[str, ...]) -> None:
    held = pinned(lock)

    for requirement in declared(*extras):
        version = held[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement


def test_tests_run_on_the_versions_that_people_get() -> None:
    program, tests = (pinned(lock) for lock in LOCKS)

    assert {name: tests.get(name) for name in program} == program


def test_every_dependency_has_its_reason() -> None:
    text = (ROOT / "setup.cfg").read_text("utf-8")
    reasoned = set(re.findall(r"^    ([\w-]+)[^#\n]*# \w", text, re.MULTILINE))

    assert {requirement.name for requirement in declared("test", "check")} - reasoned == set()


def test_no_package_binds_who_passes_the_program_on() -> None:
    everything = {canonicalize_name(d.name): d for d in closure(declared("test", "check"))}
    terms = {name: licence(found) for name, found in everything.items()}

    assert {name: said for name, said in terms.items() if COPYLEFT.search(said)} == {}
    assert {name for name, said in terms.items() if not said} - set(SAID_ELSEWHERE) == set()


def closure(requirements: list[Requirement]) -> Iterator[Distribution]:
    """Every installed package that ``requirements`` lead to."""
    seen: set[tuple[str, str]] = set()
    waiting = [(requirement, "") for requirement in requirements]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        for wanted in ["", *requirement.extras]:
            key = (canonicalize_name(requirement.name), wanted)
            if key not in seen:
                seen.add(key)
                found = distribution(requirement.name)
                yield found
                waiting += [(Requirement(line), wanted) for line in found.requires or []]


def test_everything_the_program_reads_is_installed_with_it() -> None:
    setup = ConfigParser(inline_comment_prefixes=("#",), comment_prefixes=("#",))
    setup.read(ROOT / "setup.cfg", "utf-8")
    include = setup["options.packages.find"]["include"].split()
    folders = {package.replace(".", "/") for package in find_namespace_packages(ROOT, (), include)}
    patterns = [one.strip() for one in setup["options.package_data"]["*"].split(",")] + ["*.py"]
    tops = {folder for folder in folders if "/" not in folder}

    none_of(
        name(path)
        for path in files()
        if name(path).partition("/")[0] in tops
        and (
            name(path.parent) not in folders or not any(path.match(pattern) for pattern in patterns)
        )
    )


def licence(found: Distribution) -> str:
    """How a package may be used, by its own metadata."""
    said = found.metadata
    classifiers = [c for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    short = (said.get("License") or "").split("\n")[0]
    return "; ".join(filter(None, [said.get("License-Expression"), short, *classifiers]))
