"""Countries and their adjectives, so that "the Russian leader" is the President of Russia and never of France.

Short names of ISO 3166 with the adjectives of the CIA World Factbook (public domain), both by their last word in small
letters; with the states of the United States, which act and speak as bodies do.
"""

_COUNTRIES = """
    afghanistan afghan, albania albanian, algeria algerian, andorra andorran, angola angolan, argentina argentine
    argentinian, armenia armenian, australia australian aussie, austria austrian, azerbaijan azerbaijani azeri,
    bahamas bahamian, bahrain bahraini, bangladesh bangladeshi, barbados barbadian, belarus belarusian,
    belgium belgian, belize belizean, benin beninese, bhutan bhutanese, bolivia bolivian, bosnia bosnian,
    botswana, brazil brazilian, brunei bruneian, bulgaria bulgarian, burundi burundian, cambodia cambodian,
    cameroon cameroonian, canada canadian, chad chadian, chile chilean, china chinese prc, colombia colombian,
    congo congolese, croatia croatian, cuba cuban, cyprus cypriot, czechia czech, denmark danish,
    djibouti djiboutian, ecuador ecuadorian, egypt egyptian, england english, eritrea eritrean, estonia estonian,
    eswatini swazi, ethiopia ethiopian, fiji fijian, finland finnish, france french, gabon gabonese, gambia gambian,
    georgia georgian, germany german, ghana ghanaian, greece greek hellenic, grenada grenadian,
    guatemala guatemalan, guinea guinean, guyana guyanese, haiti haitian, honduras honduran, hungary hungarian,
    iceland icelandic, india indian bharat, indonesia indonesian, iran iranian, iraq iraqi, ireland irish,
    israel israeli, italy italian, jamaica jamaican, japan japanese, jordan jordanian, kazakhstan kazakh kazakhstani,
    kenya kenyan, korea korean, kosovo kosovar, kuwait kuwaiti, kyrgyzstan kyrgyz, laos lao laotian, latvia latvian,
    lebanon lebanese, lesotho, liberia liberian, libya libyan, lithuania lithuanian, luxembourg, madagascar malagasy,
    malawi malawian, malaysia malaysian, maldives maldivian, mali malian, malta maltese, mauritania mauritanian,
    mauritius mauritian, mexico mexican, moldova moldovan, monaco, mongolia mongolian, montenegro montenegrin,
    morocco moroccan, mozambique mozambican, myanmar burma burmese, namibia namibian, nepal nepali nepalese,
    netherlands dutch holland, zealand, nicaragua nicaraguan, niger nigerien, nigeria nigerian, norway norwegian,
    oman omani, pakistan pakistani, palestine palestinian, panama panamanian, paraguay paraguayan, peru peruvian,
    philippines filipino philippine, poland polish, portugal portuguese, qatar qatari, romania romanian,
    russia russian, rwanda rwandan, samoa samoan, scotland scottish, senegal senegalese, serbia serbian,
    seychelles, singapore singaporean, slovakia slovak, slovenia slovenian slovene, somalia somali, spain spanish,
    sudan sudanese, suriname surinamese, sweden swedish, switzerland swiss, syria syrian, taiwan taiwanese,
    tajikistan tajik, tanzania tanzanian, thailand thai, togo togolese, tonga tongan, trinidad, tunisia tunisian,
    turkey turkish türkiye, turkmenistan turkmen, tuvalu, uganda ugandan, ukraine ukrainian, emirates emirati uae,
    britain british uk kingdom, america american us usa states, uruguay uruguayan, uzbekistan uzbek, vanuatu,
    vatican, venezuela venezuelan, vietnam vietnamese, wales welsh, yemen yemeni, zambia zambian, zimbabwe zimbabwean
"""
_OF_AMERICA = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada hampshire jersey ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia
    washington wisconsin wyoming dakota carolina
"""

STATES = frozenset(_OF_AMERICA.split())
"""Of the United States; of two words the last."""
COUNTRY = {form: forms.split()[0] for forms in _COUNTRIES.split(",") for form in forms.split()}
"""Name or adjective -> the country's name."""
COUNTRIES = frozenset(forms.split()[0] for forms in _COUNTRIES.split(",")) | {"uk", "uae", "us", "usa", "prc"}
_CITIZENS = """
    briton brit britain, croat croatia, dane denmark, dutchman netherlands, englishman england, finn finland,
    frenchman france, icelander iceland, irishman ireland, luxembourger luxembourg, netherlander netherlands,
    scot scotland, serb serbia, slovak slovakia, spaniard spain, swede sweden, turk turkey, uzbek uzbekistan,
    welshman wales, zealander zealand
"""
PEOPLE = COUNTRY | {form: forms.split()[-1] for forms in _CITIZENS.split(",") for form in forms.split()[:-1]}
"""Name, adjective or citizen -> the country's name."""
SEATS = """
    afghanistan kabul, albania tirana, algeria algiers, angola luanda, argentina aires, armenia yerevan,
    australia canberra, austria vienna, azerbaijan baku, bahrain manama, bangladesh dhaka, belarus minsk,
    belgium brussels, bolivia paz, bosnia sarajevo, brazil brasilia, bulgaria sofia, cambodia phnom, cameroon yaounde,
    canada ottawa, chile santiago, china beijing, colombia bogota, congo kinshasa brazzaville, croatia zagreb,
    cuba havana, cyprus nicosia, czechia prague, denmark copenhagen, ecuador quito, egypt cairo, eritrea asmara,
    estonia tallinn, ethiopia addis, finland helsinki, france paris, georgia tbilisi, germany berlin, ghana accra,
    greece athens, hungary budapest, iceland reykjavik, india delhi, indonesia jakarta, iran tehran,
    iraq baghdad, ireland dublin, israel jerusalem, italy rome, japan tokyo, jordan amman, kazakhstan astana,
    kenya nairobi, korea seoul pyongyang, kosovo pristina, kyrgyzstan bishkek, laos vientiane, latvia riga,
    lebanon beirut, liberia monrovia, libya tripoli, lithuania vilnius, malaysia putrajaya lumpur,
    mali bamako, malta valletta, moldova chisinau, mongolia ulaanbaatar, montenegro podgorica, morocco rabat,
    mozambique maputo, myanmar naypyidaw, namibia windhoek, nepal kathmandu, netherlands hague, nicaragua managua,
    nigeria abuja, norway oslo, oman muscat, pakistan islamabad, palestine ramallah, paraguay asuncion, peru lima,
    philippines manila malacanang, poland warsaw, portugal lisbon, qatar doha, romania bucharest,
    russia moscow kremlin, rwanda kigali, senegal dakar, serbia belgrade, slovakia bratislava, slovenia ljubljana,
    somalia mogadishu, spain madrid, sudan khartoum juba, sweden stockholm, switzerland bern, syria damascus,
    taiwan taipei, tajikistan dushanbe, tanzania dodoma, thailand bangkok, tunisia tunis, turkey ankara,
    turkmenistan ashgabat, uganda kampala, ukraine kyiv kiev, emirates dhabi, britain london westminster,
    america washington, uruguay montevideo, uzbekistan tashkent, venezuela caracas, vietnam hanoi, wales cardiff,
    scotland edinburgh holyrood, yemen sanaa, zambia lusaka, zimbabwe harare, eu brussels, europe brussels
"""
"""Countries and the seats of their governments, which the news puts for them, each city by its most telling word."""
PLACES = COUNTRIES | STATES | {"europe", "africa", "asia", "kremlin", "brussels", "beijing", "gaza"}
"""Places that a document can let speak; never a he or a she."""
