"""The register of rules, and the run of all of them over one library or questionnaire."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from question_banks.lint.scope import Scope


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


Check = Callable[[Scope], Iterable[Complaint]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check by its name; ``what`` is the first line of its docstring."""

    name: str
    severity: Severity
    check: Check

    @property
    def what(self) -> str:
        """Return what the rule is about, in one sentence."""
        return (self.check.__doc__ or "").strip().partition("\n")[0]


RULES: dict[str, Rule] = {}


def rule(name: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a rule; a second rule of the same name is refused at import."""

    def register(check: Check) -> Check:
        if name in RULES:
            raise TypeError(f"two rules are called {name}")
        RULES[name] = Rule(name, severity, check)
        return check

    return register


def run(scope: Scope) -> tuple[Finding, ...]:
    """Apply every rule; findings come by file, line and rule."""
    findings = {
        Finding(
            *scope.place(complaint.code),
            one.name,
            complaint.severity or one.severity,
            f"{complaint.code}: {complaint.what}",
            complaint.cure,
        )
        for one in RULES.values()
        for complaint in one.check(scope)
    }
    return tuple(sorted(findings, key=lambda one: (one.file, one.line, one.rule, one.what)))
