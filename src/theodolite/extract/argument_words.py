"""Words that tell who is meant by a noun phrase: pronouns, houses and their parts, states and people."""

from theodolite.extract.words import lexicon

PRONOUNS = lexicon.words(
    """we us our ours ourselves i it its itself he she his him her they them their theirs themselves
    which who that"""
)
MYSELF = lexicon.words("i me my myself we us our ours ourselves")
OPEN = lexicon.words("""you your yourself he she it they them him her this that these those which who what""")
HOUSE = lexicon.words("""team teams researchers lab labs unit company group division engineers scientists""")
COMPANY = lexicon.words(
    """company firm startup start-up up lab giant maker developer chipmaker laboratory group business
    unicorn carmaker automaker retailer lender conglomerate foundry"""
)
STATE = lexicon.words(
    """watchdog navy army military senate court customs police government administration authorities ministry
    regulators regulator state parliament congress"""
)
KINDS = lexicon.words(
    """carmakers automakers banks hospitals retailers operators schools insurers agencies factories
    farmers students teachers consumers programmers coders buyers exporters suppliers contractors
    unicorns institutions institutes laboratories academics companies firms startups ups labs
    developers models chips chipmakers researchers giants makers investors manufacturers systems
    users engineers scientists universities groups players customers tools apps states cities
    entrepreneurs officials businesses products hyperscalers hardware technology software
    open-source lawmakers legislators senators police prosecutors"""
)
OWN_BODIES = lexicon.words(
    """fund arm unit programme program lab institute ministry agency army military bank division"""
)
OUR_HOUSES = lexicon.words(
    """team group lab company firm startup department shop office school hospital university agency employer
    unit studio"""
)
