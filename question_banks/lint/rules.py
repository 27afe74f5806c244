"""The register of rules, and the run of all of them over one library or questionnaire.

Whatever else is looked over (a workshop template) has a ``Rulebook`` of its own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from question_banks.lint.scope import Place, Scope


class Severity(StrEnum):
    """An error must be mended before residents see it; a warning asks for a second look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a rule says: of which item (``code``) or part of one (``code.option``), and its cure.

    ``severity`` overrides the rule's own.
    """

    code: str
    what: str
    cure: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One complaint with its place."""

    file: str
    line: int
    rule: str
    severity: Severity
    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.severity} {self.rule}: {self.what}; {self.cure}"


class Placed(Protocol):
    """What rules look at must know where each of its parts stands."""

    @property
    def place(self) -> Callable[[str], Place]:
        """Return the file and the line of a code."""


S = TypeVar("S", bound=Placed)
Check = Callable[[S], Iterable[Complaint]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A check by its name; ``what`` is the first line of its docstring."""

    name: str
    severity: Severity
    check: Check[S]

    @property
    def what(self) -> str:
        """Return what the rule is about, in one sentence."""
        return (self.check.__doc__ or "").strip().partition("\n")[0]


class Rulebook(dict[str, Rule[S]]):
    """Rules by name, all about one kind of thing."""

    def rule(self, name: str, severity: Severity) -> Callable[[Check[S]], Check[S]]:
        """Register a rule; a second rule of the same name is refused at import."""

        def register(check: Check[S]) -> Check[S]:
            if name in self:
                raise TypeError(f"two rules are called {name}")
            self[name] = Rule(name, severity, check)
            return check

        return register

    def run(self, scope: S) -> tuple[Finding, ...]:
        """Apply every rule; findings come by file, line and rule."""
        findings = {
            Finding(
                *scope.place(complaint.code),
                one.name,
                complaint.severity or one.severity,
                f"{complaint.code}: {complaint.what}",
                complaint.cure,
            )
            for one in self.values()
            for complaint in one.check(scope)
        }
        return in_order(findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by file, line and rule."""
    return tuple(sorted(findings, key=lambda one: (one.file, one.line, one.rule, one.what)))


RULES: Rulebook[Scope] = Rulebook()
rule = RULES.rule
run = RULES.run
