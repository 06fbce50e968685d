"""Common words of English, which are no slips of the pen for others.

Ogden's Basic English (1930), with everyday verbs.
"""

COMMON = frozenset(
    """
    able about account across act addition adjustment advertisement afraid after again against agree agreement alive
    allow almost alone along always amount amusement anger angle angry animal answer anybody anything apparatus
    appear apple approval arch argue argument arm army around arrive art asked attack attempt attention attraction
    authority automatic awake baby back bag balance ball band base basin basket bath beat beautiful became because
    become before began begin behaviour behind belief believe bell belong bend bent berry better between bird birth
    bite bitter black blade blood blow blue board boat body boil boiling bone book boot borrow both bother bottle
    bottom bought box boy brain brake branch brass bread break breath brick bridge bright bring broke broken brother
    brought brown brush bucket build building built bulb burn burst business butter button buy cake call came camera
    canvas card care carriage carry cart cat catch caught cause certain chain chalk chance change charge cheap
    cheese chemical chest chief child chin choice choose church circle clean clear climb clock close cloth cloud
    coal coat cold collar color colour comb come comfort committee common company comparison competition complete
    complex condition connect connection conscious control cook copper copy cord cork cost cotton cough could count
    country cover cow crack credit crime cruel crush cry cup current curtain curve cushion cut damage danger dark
    daughter day dead dear death debt decide decision deep degree delicate depend dependent design desire
    destruction detail development did die different difficult digestion direction dirty discover discovery discuss
    discussion disease disgust distance distribution division dog done door doubt down drain drawer dream dress
    drink drive driving drop dry dust early earth east easy eat edge education effect egg elastic electric else end
    enemy engine enjoy enough enter equal error even event ever every everything example exchange existence
    expansion experience expert explain eye face fact fail fall false family far farm fat father fear feather feeble
    feel feeling felt female fertile few fiction field fight fill final find finger finish fire first fish fixed
    flag flame flat flight float floor flower fly fold follow food foolish foot force forget fork form forward found
    fowl frame free frequent friend from front fruit full future garden gave general get girl give glass glove go
    goat gold gone good government grain grass gray great green grew grip group grow growth guess guide gun guy hair
    hammer hand hanging happen happy harbor hard harmony hat hate head healthy hear hearing heart heat heavy help
    high history hold hole hollow hook hope horn horse hospital hour house humor ice idea ill important improve
    impulse include increase industry ink insect instead instrument insurance interest into invention iron island
    jelly jewel join journey judge jump keep kept kettle key kick kill kind kiss knee knew knife knot know knowledge
    land language last late later laugh law lead leaf learn learning least leather leave left leg less let letter
    level library life lift light like limit line linen lip liquid list listen little live lock long look loose lose
    loss lost loud love low machine made make male man manager many map mark market married mass match material
    matter maybe meal mean measure meat medical meet meeting memory men metal middle might military milk mind mine
    minute mist mixed money monkey month moon more morning most mother motion mountain mouth move much muscle music
    nail name narrow nation natural near necessary neck need needle nerve net never new news night noise normal
    north nose note nothing notice number nut observation offer office often oil old only open operation opinion
    opposite orange order organisation organization ornament other outside oven over owner page pain paint paper
    parallel parcel part party pass past paste pay payment peace pen pencil people perhaps person physical picture
    pig pin pipe place plan plane plant plate play please pleasure plough pocket point poison polish political poor
    porter position possible pot potato powder power prefer prepare present president price print prison private
    probable problem process produce product profit property prose protest provide public pull pump punishment
    purpose push put quality question quick quiet quite rail rain raise range rate rather ray reach reaction read
    reading ready reason receipt receive recent record red reduce refuse regret regular relation religion remember
    remove repeat representative request respect responsible rest result return reward rhythm rice right ring rise
    river road rod roll roof room root rough round rub rule run sad safe sail salt same sand save say scale school
    science scissors screw sea seat second secret secretary see seed seem selection self sell send sense sent
    separate serious servant set several sex shade shake shame share sharp sheep shelf ship shirt shock shoe short
    show shut side sign silk silver similar simple since sister size skin skirt sky sleep slip slope slow small
    smash smell smile smoke smooth snake sneeze snow soap society sock soft sold solid some something sometimes son
    song soon sort sound soup south space spade speak special speech spend spent sponge spoon spring square stage
    stamp stand star start state statement station steam steel stem step stick sticky stiff still stitch stocking
    stomach stone stood stop store story straight strange street stretch strong structure student substance such
    sudden sugar suggest suggestion summer sun support suppose sure surprise sweet swim system table tail take talk
    tall taste taught tax teach teaching tell tendency test than theater their then theory there thick thin thing
    think this thorough thought thread throat through throw thumb thunder ticket tight time tired together told
    tomorrow tongue took tooth top total touch toward town trade train transport tray tree trick tried trouble
    trousers true try turn twist umbrella under understand unhappy unit until use used usual value verse very vessel
    view violent visit voice wait walk wall want war warm warn wash waste watch water wave wax wear weather week
    weight well went west wheel when where while whip whistle white whole why wide will win wind window wine wing
    winter wire wise with without woman women wood wool word work worm worry would wound write writing wrong year
    yellow yesterday yet young
    """.split()
)
