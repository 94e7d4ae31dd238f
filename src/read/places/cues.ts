/** Words around a name that say whether it is a place. Closed classes of English; no place and no person is named here. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Prepositions that a place follows. "of" and "for" say little. */
export const LOCATIVE = set(
  'in near from to at outside around across throughout toward towards into through inside within via over between beyond above off along surrounding besieging entering leaving onto against downtown central',
)

/** Prepositions that hardly anything but a place follows. */
export const WITHIN = set('in at near outside around across throughout inside toward towards downtown')

/** What is done to a place: a name that the tagger takes for one stands after it. */
export const TAKEN = set(
  'capture captured captures recapture recaptured retake retakes retook retaken seize seized overran overrun storm stormed enter entered entering bomb bombed bombing shell shelled shelling reach reached besiege besieged encircle encircled liberate liberated into from to of toward towards between',
)

/** "Residents of X". */
export const RESIDENT = set('resident residents inhabitant inhabitants mayor villagers outskirts vicinity')

/** Nouns that tell of a name before a comma that it is a place: "X, a market town". */
export const APPOSED = 'town|city|village|hamlet|suburb|settlement|municipality|township|slum'

/** "the city of X", "the governorate of X". */
export const KIND_OF = set(
  'city cities town towns village villages province provinces governorate district districts state county region suburb suburbs neighborhood neighbourhood quarter republic kingdom capital port municipality township island islands territory enclave outskirts emirate area areas north south east west',
)

/** Nouns that make an unknown name a place: "the village of X", "X district". */
export const SETTLEMENT = set(
  'city cities town towns village villages hamlet district districts neighborhood neighbourhood neighborhoods neighbourhoods quarter suburb suburbs province governorate municipality township countryside subdistrict sub-district island islands valley county parish oblast',
)

/** Lower-case words that follow a place: "Mosul city", "Aleppo residents". */
export const AFTER = set(
  'city town village province governorate state county district region area airport countryside suburb suburbs neighborhood neighbourhood quarter border police residents resident native mayor governor officials camp hospital metropolitan metro-area outskirts front dam bridge road highway river municipality campus native offensive operation battle office-based based born-area',
)

/** Capitalised words that a place name may stand before without being a person: "Leeds City Council". */
export const INSTITUTION = set(
  'county city police fire high school schools university college hospital airport council court courts district department sheriff state town township village national international international regional public health medical center centre community times post tribune herald news journal gazette daily sun star chronicle press observer dispatch register general government parliament ministry minister army navy air force forces military embassy province governorate province island islands river lake bay valley beach park street avenue road square station port harbor harbour church chapter area metro superior district supreme republic stadium zoo museum county-wide board commission authority chamber club united elementary middle junior emergency municipal memorial association federation union league bank stock exchange symphony opera festival marathon game games olympics world cup treaty accord agreement declaration convention region',
)

/** Last words of names that are buildings, streets or bodies and not settlements. */
export const FACILITY = set(
  'road street avenue drive lane boulevard way highway court courts center centre school schools church cathedral house hall museum hospital clinic club park stadium arena library hotel inn bank store mall theater theatre academy college university institute building tower square room home cemetery plaza service office bureau department committee council commission association society foundation fund trust party company group inc corp co ltd court house tribunal review times post news journal act bill series cup league games festival day week month project program programme plan team board union federation force forces army navy police brigade division battalion regiment',
)

/** Titles before a person's name. */
export const TITLE = set(
  'mr mrs ms miss dr gen general lt lieutenant col colonel maj major capt captain sgt sergeant sen senator rep representative gov governor president prime minister king queen prince princess pope judge justice sheriff officer detective professor prof rev reverend pastor sir lady lord coach chief secretary chancellor ambassador mayor commissioner councilman councilwoman attorney spokesman spokeswoman sheikh sheik imam ayatollah mullah brig brigadier adm admiral deputy trooper cpl corporal pvt private chairman chairwoman director',
)

/** Verbs of speech: a bare surname stands before them. */
export const SPEECH = set(
  'said says told added explained recalled asked replied wrote noted testified tweeted argued thinks',
)

/** Directions, alone or as adjectives. */
export const DIRECTION = set(
  'north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west central upper lower',
)

/** Particles that stand inside names in lower case. */
export const PARTICLE = set(
  'of the de del della di da do dos das du des la las le les el los al ad an ar as ash at ath az adh ez es on upon sur am an der den bei im in and e y und bin ibn abu umm bani beit au aux sous en',
)

/** Particles that stand inside names that no list holds. */
export const ARTICLE = set('al el ad an ar as ash at az ez es e i bin ibn de la del')

/** Months and weekdays: capitalised, never places in the news although some villages bear their names. */
export const CALENDAR = set(
  'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun',
)

/** Faiths and peoples that some place is called by: "the Christian town" is not Christian County. */
export const FAITH = set(
  'christian christians muslim muslims jewish catholic catholics orthodox protestant sunni shiite shia druze alawite yazidi kurdish turkmen arab',
)
