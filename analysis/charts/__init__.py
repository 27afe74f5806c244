"""Every chart: one file each, found by itself; ``CHARTS[name](…, about=, language=)`` builds it.

| name | built from | what makes that |
| --- | --- | --- |
| answers | an item, its pattern counts | |
| priorities | Priorities | ``priorities.priorities``, ``groups.priorities_by`` |
| quadrant | Quadrant | ``quadrant.quadrant`` |
| who_answered | Representation | ``representation.representation`` |
| not_heard | several Representations | the same, one for age, hamlet and so on |
| weighted | Raked or CannotWeighError, ``item=`` | ``raking.raked`` |
| gaps | Gaps | ``gaps.gaps`` |
| compared | Compared | ``comparing.villages``, ``comparing.waves`` |
| vote | Duel | ``voting.Duel`` |
| participation | Participation | ``participation.participation`` |
| agreement | Agreement | ``agreement.agreement``, of a ranking |
| strengths | Strengths | ``duelling.duelling``, of a ranking or of pairs |
| change | Change | ``sensitivity.what_would_change`` |
| criteria | Criteria | ``criteria.Criteria`` |
| themes | Themes, ``quotes=`` approved ones | ``themes.themes``, ``themes.merged`` |
| opinions | Opinions | ``opinions.opinions``, of a grid |
| budget | Budget | ``budgeting.budgeting``, with costs |
| profile | Priorities of a grid | ``priorities.priorities`` |
"""

from importlib import import_module
from pkgutil import iter_modules

from analysis.chart import CHARTS

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["CHARTS"]
