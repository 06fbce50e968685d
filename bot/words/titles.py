"""Titles as they are shortened before a name, with and without a dot."""

COURTESY = frozenset(["dr", "messrs", "mr", "mrs", "ms"])
"""Titles that belong to the name behind them only: "He left the U.S. | Mr. Lee stayed"."""
INITIALS = frozenset("bh ch dh dz gh kh md sh th ts zh".split())
"""Initials of two letters, one in the script that the name comes from: "Kh. Battulga"; and "Md.", Mohammed."""
SHORT_TITLES = {
    "adm": "admiral", "ald": "alderman", "alh": "alhaji", "amb": "ambassador", "asst": "assistant", "atty": "attorney",
    "barr": "barrister", "brig": "brigadier", "capt": "captain", "cde": "comrade", "cdr": "commander",
    "cllr": "councillor", "clr": "councillor", "cmdr": "commander", "col": "colonel", "coun": "councillor",
    "cpl": "corporal", "cr": "councillor", "dep": "deputy", "det": "detective", "engr": "engineer", "gen": "general",
    "gov": "governor", "hon": "honourable", "insp": "inspector", "lt": "lieutenant", "maj": "major",
    "msgr": "monsignor", "pres": "president", "prof": "professor", "rep": "representative", "rev": "reverend",
    "sen": "senator", "sgt": "sergeant", "smt": "shrimati", "supt": "superintendent",
}  # fmt: skip
"""By the abbreviation, without its dot."""
