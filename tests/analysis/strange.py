"""Words that people may type and that must break nothing."""

LONG = (
    "Gemeenschapshuisvestingsmaatschappijsecretariaat met een omschrijving die over veel regels "
    "loopt, want iemand schreef alles op wat in het dorp te doen is"
)
HOSTILE = (
    "<script>alert(1)</script>",
    "=1+1",
    "＝1+1",
    "\u202etxt.exe\u202c",
    "👨‍👩‍👧 huis 🏡",
    "中文",
    "nul\x00 en \x1b[31m",
    'a;b,"c"\n=2+2',
    "@SUM(A1)&amp;<b>",
    "مقهى القرية",
    "\ud800",
    "-3",
)
