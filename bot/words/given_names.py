"""Given names that tell "he" from "she".

From the United States Census Bureau's lists of first names (1990, public domain): those borne by at least one person in
ten thousand, and four times as often by one sex as by the other; with names often met in world news added by hand.
"""

MALE = frozenset(
    """
    aarav aaron abdel abdul abdulaziz abdulhamid abdullah abdurrahman abel abiodun abraham abu adam adebayo adil
    adolfo adolph adrian agostinho agustin ahmad ahmadou ahmed akbar akira al alain alan alasdair albert alberto
    aldo alec alejandro aleksandr aleksei alessandro alex alexander alexandre alexei alfonse alfonso alfred
    alfredo algernon ali allan allen alois alonzo alphonso alton alvaro alvin amadeus amadou amar ambrose amir
    amit amos anders andre andreas andrei andres andrew andrzej andy angelo angus anil ansel anthony antoine
    anton antonin antonio antony antti anwar archibald archie ari arif arjun armand armando arnaud arne arnold
    arsene artem arthur arturo arvind ashok asif attila augustin austin avery axel aziz barry bart bartholomew
    bashar bashir basil bastian ben benedict benito benjamin bennie benny bernard bernd bert bill billy bjorn
    blaine blake bob bobby bogdan boris boubacar boyd brad bradford bradley brady brain bram brandon branko
    brendan brent bret brett brian bruce bryan bryant bryce bryon buddy burton byron caleb callum calvin cameron
    carl carlos carlton carroll carsten cary cecil cedric cesar chad charles charlie chase chester chris
    christian christoph christophe christopher chuck ciaran clarence clark claude claus clay clayton clement
    cleveland clifford clifton clint clinton clyde cody colin conor conrad corey cormac cornelius cory craig
    curt curtis cuthbert czeslaw dale damian damien damir damon dan dane daniel danny darin darius dariusz
    darnell darrel darrell darren darrin darryl darwin daryl dave david dean declan deepak delbert demetrios
    demetrius deng denis dennis derek derick derrick desmond devendra devin dewayne dewey dexter didier diego
    dieter dimitri dimitris dinesh dirk dmitri dmitry dmytro domingo dominic dominick don donal donald donnie
    dorian doug douglas doyle dragan drew duane dustin dwayne dwight dylan eamon earnest ebenezer ed eddie edgar
    edmond edmund eduard eduardo edward edwin eero efrain egbert einar elbert eldon eli elias elijah elliot
    elliott ellis elmer elton elvin elwood emanuel emeka emil emile emilio emmanuel emmett enda enrique enzo
    erdogan eric erick erik erling ernest ernesto ernie ernst ervin erwin esteban ethan eugen eugene evan
    everett evgeny fabian fabrizio fadi faisal farid farouk felipe felix ferdinand fergal fergus fernando fidel
    filip finlay florian floyd forrest francis francisco francois frank franklin franz fred freddie freddy
    frederic frederick fredrick friedrich fyodor gabor gabriel gareth garland garrett garry gary gaston gene
    geoffrey georg george georges gerald gerard gerardo gerd gerhard gianni gilbert gilberto gilles giorgio
    giovanni giuseppe glen glenn gonzalo goran gordon gottfried grady graeme graham grant greg gregg gregor
    gregorio gregory grover guido guilherme guillermo gunnar gunther gus gustav gustave gustavo guy habib hakan
    hakim hal hamad hamid hamish hamza hans harald harlan harley harold harrison harry haruki harvey hassan
    heath hector heiko heinrich heinz helmut hendrik henri henrik henry herbert herman hermann hideo hiro
    hiroshi hisham hitesh homer horace horatio howard hubert hugh hugo hugues humberto humphrey husain hussain
    hussein ian ibrahim ibrahima idris ignacio igor ilham ilya imad imran ira irvin irving isaac isaiah ismael
    ismail istvan ivan jaafar jaakko jacek jack jackson jacob jacques jair jake jakob jamal james jan
    janos jared jarkko jaroslaw jarrod jason jasper javed javier jawad jay jean-claude jean-luc jean-pierre jeff
    jeffery jeffrey jeffry jens jerald jeremiah jeremy jermaine jerome jerry jess jesse jesus jiang jim jimmy
    jitendra joachim joao joaquin jochen joe joel joesph joey johan johann johannes john johnathan johnny jon
    jonas jonathan jonathon joop jordan jorg jorge jose josef josep joseph josh joshua jozef juan juha julian
    julien julio julius junior jurgen justin kamal karel karim karl karsten kazimierz keanu keegan keir keith
    kelvin ken kendall kendrick kenji kenneth kenny kent kenta kermit kevin khaled khalid kirk kofi konrad
    konstantin krishna kristopher krzysztof kumar kurt kwame kyle lachlan ladislav lakshman lamar lamine lamont
    lance larry lars laszlo laurence laurent lawrence lech leif leland leo leon leonard leonardo leonid leopold
    leroy lester lev levi lewis liam lionel lloyd logan lonnie loren lorenzo louie louis lowell loyd luca lucas
    ludwig luigi luis luiz lukas lukasz luke luther lyle maciej mack magnus mahmoud mahmud malcolm malik manfred
    manoj manuel marc marcel marcelo marco marcos marcus marek mariano mario marius mark marko markus marlin
    marlon marshall martin martti marty marvin mason mateo mateusz mathew mathieu matt matteo matthew matthias
    matti maurice maurizio mauro max maxime mehmet melvin micah michael michal micheal michel mickey miguel
    mihai mike mikhail mikko miles millard milos milton miro mitchell mohamed mohammad mohammed mohan moises
    monte monty moritz morris moses moshe moussa muhammad murray mustafa myron nabil naoki narendra nasser
    nathan nathaniel nawaz neal ned neil nelson nicholas nick nicolas nikhil niklas nikola nikolai nikolaos nils
    nnamdi noah noe noel nolan norbert norman norris octavio olaf oleg oleksandr oliver olivier olli olusegun
    omar omer orville osama oscar osman otis otto owen pablo paolo pascal patrick paul pavel pavlo pedro peer
    pekka percy perry pete peter petr petri petro phil philip philippe phillip pierre piet pieter piotr pradeep
    prakash pranab prasad preston priit quentin quinton rafael rafal rafiq raghuram rahul rainer raj rajesh
    rajiv rajnath ralf ralph ramesh ramiro ramon randal randall randolph randy raphael rashid raul ravi ray
    raymond recep reggie reginald reinhard reinhold renato rene reuben rex reynaldo ricardo richard rick rickey
    rickie ricky rigoberto rishi rob robert roberto rocco rocky rod roderick rodger rodney rodolfo rodrigo
    rogelio roger rohan roland rolando rolf romain roman ron ronald ronaldo ronan ronnie roosevelt rory roscoe
    ross roy royce ruben rudolph rudy rufus rupert ruslan russel russell rusty ryan sajid salim salman salvador
    salvatore sam samir sammy samuel sandeep sandro sanjay santiago santos saul scott scotty seamus sean
    sebastian sergei sergey sergio serhiy seth shane shaun shawn sheldon sherman shinzo shiv sidney sigmund
    silvio simon slavoj solomon son soren spencer stan stanislav stanley stefan stefano steffen stephan stephane
    stephen sterling steve steven stewart stig stuart sunil suresh svante sven sylvester taavi tadeusz takashi
    takeshi tariq taro ted teddy teemu teodor terence terrance terrell terrence thabo thaddeus theodor theodore
    thibault thierry thomas thorsten thurman tim timmy timo timothee timothy tobias toby todd tom tomas tomasz
    tommy tomoko tony toomas tore torsten travis trent trevor tristan troy ty tyler tyrone tyson uday ulf ulrich
    umar uwe vaclav valentin van vance vasily vasyl vaughn venkat vernon vicente victor viggo vijay vikram
    viktor vincent vinod virgil vishal vitali vito vivek vladimir volker volodymyr wade waldemar waleed walid
    wallace walter warren wayne wendell werner wesley wilbert wilbur wiley wilfred wilfredo wilhelm willard
    willem william williams willis wilson wim winston wm wojciech wolfgang woodrow xavier yair yannick yasser
    yevgeny yitzhak yoshihiko youssef yuri yusuf yves zach zachary zaheer zbigniew zdenek zeeshan zoltan zoran
    """.split()
)
FEMALE = frozenset(
    """
    abby abeba abena abigail ada adaeze addie adela adele adeline aditi adriana adrienne agata agathe agnes
    agnieszka aicha aida aiko aileen aimee aino aisha akiko alberta aleksandra alessandra alexandra alexandria
    alice alicia alina alisa alisha alison aliyah allison alma alta alyssa amal amanda amber amelia amelie amina
    amira amrita amy ana ananya anastasia andrea angela angelia angelica angelika angelina angeline angie aniela
    anika anita anja anjali ann anna anna-karin annalena anne anneli annette annie annika anouk ansa antje
    antoinette antonia anya arabella araminta ariane arlene arwa asha ashley astrid asuncion audra audrey aung
    aurelie aurora ava ayaka ayesha azadeh barbara barbra beata beate beatrice beatrix beatriz becky belinda
    benazir berit bernadette bernadine bernice bertha bessie beth bethany betsy bette bettie bettina betty
    bettye beulah beverly bianca billie birgit birgitta blanca blanche bobbi bobbie bonita bonnie brandi brandy
    brenda brianna bridget bridgette brigitte britt brittany brittney bronwen brooke caitlin callie camilla
    camille candace candice candy cara carla carlotta carmela carmen carol carole carolina caroline carolyn
    carrie cassandra cassie catalina catarina caterina catherine cathleen cathy cecelia cecile cecilia celeste
    celia chandra chantal charity charlene charlotta charlotte chelsea cheri cherie cheryl chiara chidinma chloe
    christa christelle christi christiane christie christina christine christy cilla cindy claire clara clarice
    clarissa claudette claudia clementine clothilde colleen concepcion connie constance consuelo cora corinne
    cornelia corrine cosima courtney cressida cristina crystal cynthia dagmar daisy dalia daniela danielle
    danuta daphne darla darlene dawn deana deanna debbie debora deborah debra deepa delia della delores deloris
    delphine dena denise desiree diana diane dianna dianne dilma dina dixie dolly dolores dominique dona donna
    dora doreen doris dorota dorothea dorothy dorthy earline ebony edith edna effie eileen ekaterina elaine
    elana eleanor elena eleni elif elin elina elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen
    elma elnora eloise elsa elsie elspeth elva elvira emilia emilie emily emine emma erica ericka erika erin
    erma ernestine esperanza esra essie estela estella estelle ester esther ethel etsuko etta eugenia eugenie
    eula eunice eva eva-marie evelyn ewa faith fannie fatima fatma fatou fatoumata fay faye federica felicia
    fern fiona fleur flora florence flossie frances francesca francine francisca francoise freda frederica freya
    frida frieda friederike funmilayo gabriela gabrielle gail galina gayle geeta gemma geneva genevieve georgia
    georgina geraldine gerda gertrude gina ginger giorgia giovanna gisele giulia gladys glenda glenna gloria
    goldie grace gracie graciela greta gretchen grethe gudrun guinevere gulnara gwen gwendolen gwendolyn hadiza
    haley hanna hannah hannelore harriet hattie hazel heather hedwig heidi heike helen helena helene helga
    henrietta hermione hilary hilda hilde hildegard hina hiroko holly hope huda ida ila iman imelda imogen
    imogene ina indira ines inez inga inge ingeborg ingrid irena irene irina iris irma isabel isabella isabelle
    isadora isobel iva ivana ivanka ivy jacinda jacinta jaclyn jacqueline jacquelyn jadwiga jami jana jane
    janelle janet janette janice janie janina janine janis jasmin jasmine jayne jean jeanette jeanine jeanne
    jeannette jeannie jeannine jelena jemima jenifer jenna jennie jennifer jenny jeri jessica jewel jewell jill
    jillian jo joan joann joanna joanne jocelyn jodi jodie johanna jolanta jolene joni josefina josephine josie
    joy joyce juana juanita judith judy julia julie juliette justine justyna jyoti kaja kalpana kamala kara
    karen kari karin karla karolina katarina katarzyna kate katerina katharina katharine katherine kathleen
    kathryn kathy katie katja katrin katrina kavita kay kayla keiko keisha kelley kelli kellie kelly kelsey
    kendra keri kerri khadija kim kimberley kimberly kirsi kirsten kirsty klara krista kristalina kristen kristi
    kristie kristin kristina kristine kristy krystal krystyna lacey ladonna laila lakshmi lana lara larissa
    latasha latifa latisha latonya latoya laura laurel lauren laurie lea leah leann leanne leigh leila lela lena
    lenora lenore leola leona leonie lesley letha leticia letizia lidia lieselotte liisa lila lillian lillie
    lilly lily lina linda lindsay lindsey linnea lisa liudmila liv livia lizzie ljubica lois lola lora lorena
    lorene loretta lori lorie lorna lorraine lotte lottie lou louise lourdes lucia luciana lucie lucile lucille
    lucinda lucy ludmila ludovica luella luisa lula lupe luz lydia lynda lynette lynne mabel mable madeline mae
    maeve magdalena maggie maja malala malgorzata malin mamie mamta mandy manuela mara marcella marcia marcy
    margaret margareta margarete margarethe margarita margherita margie margit margo margot margret margrethe
    marguerite maria mariam marian mariana marianne maribel marie marie-claude marie-louise marija marilyn
    marina marine marisa marisol marissa marit maritza marjorie marla marlene marsha marta martha martina mary
    maryann masako matilda mattie maud maude maureen mavis maxine mayra mayumi meagan meera megan meghan mehreen
    melania melanie melba melinda melissa melody mercedes meredith meryem mette mia michaela michele michelle
    michiko mieke mihaela mildred milena millicent millie mina mindy minerva minna minnie miranda miriam mirjam
    misty mitsuko mollie molly mona monica monika monique muriel myra myriam myrna myrtle nadezhda nadia nadine
    najat nancy nandini naoko naomi natalia natalie natalya natasha nawal neha nelda nell nellie nettie ngozi
    nichole nicola nicole nicoletta nikki nina nirmala nola noor nora noreen norma nuala ofelia oksana ola olena
    olga olive olivia oluchi opal ora ottilie oyelaran paige paloma pam pamela paola patrica patrice patricia
    patrizia patsy patti patty paula paulette paulina pauline peggy penelope penny perpetua petra philippa
    phyllis pia pilar polly pooja pratibha priscilla priya priyanka rachael rachel rachelle radha rae raffaella
    rahel raisa ramona randi rania raquel rashida reba rebecca rebeka rebekah regina rena renata renate renee
    rhiannon rhoda rhonda rita ritu roberta robin robyn rochelle roisin ronda rosa rosalie rosalind rosalyn
    rosamund rosario rose rosemarie rosemary rosetta rosie roswitha roxana roxanne ruby ruth ruthie ruxandra
    saadia sabina sabine sabrina sadie safiya saima sakura sallie sally samantha sandra sandrine sandy sania
    sanna sara sarah saskia seema selma senait shabana shana shanna shannon shari sharon sharron shauna shawna
    sheena sheikha sheila shelia shelley shelly sheri sherri sherrie sherry sheryl shireen shirin shirley sigrid
    silke silvia simone simonetta sinead siobhan siri socorro sofia sofie solange solveig sondra sonia sonja
    sonya sophia sophie soraya stacey staci stacie stacy stefania stefanie steffi stella stephanie sue sumitra
    sunita susan susana susanne sushma susie suzanne svetlana sybil sylvia sylvie tabitha taina tamara tami
    tamika tammie tammy tania tanja tanya tara tasha tatiana teresa teri terri terrie thelma theodora theresa
    therese tia tiffany tiina tina tineke titilayo toni tonia tonya toshiko tove tracey traci tracie tracy
    tricia trina trisha trudy ulrike ursula usha uta valarie valentina valerie vanessa velma vera verena verna
    veronica veronique vesna vicki vickie vicky victoire victoria vigdis viktoria viola violet virgie virginia
    virginie vivian viviane wanda wangari wendy whitney wilhelmina willa wilma winifred winnie xiomara yasmin
    yelena yewande yoko yolanda yukiko yulia yuriko yvette yvonne zahra zainab zara zeinab zhanna zoe zofia
    zuzana
    """.split()
)

NICKNAMES = {
    "abe": "abraham", "alex": "alexander", "algy": "algernon", "andy": "andrew", "archie": "archibald",
    "barb": "barbara", "becky": "rebecca", "ben": "benjamin", "bernie": "bernard", "bessie": "elizabeth",
    "beth": "elizabeth", "betty": "elizabeth", "bill": "william", "bob": "robert", "charlie": "charles",
    "chris": "christopher", "cindy": "cynthia", "dan": "daniel", "dave": "david", "debbie": "deborah",
    "dick": "richard", "don": "donald", "ed": "edward", "fanny": "frances", "fred": "frederick", "gabe": "gabriel",
    "greg": "gregory", "gus": "augustus", "hal": "henry", "harry": "henry", "jack": "john", "jeff": "jeffrey",
    "jen": "jennifer", "jenny": "jane", "jerry": "gerald", "jim": "james", "joe": "joseph", "josh": "joshua",
    "kate": "katherine", "kathy": "katherine", "ken": "kenneth", "kitty": "catherine", "larry": "lawrence",
    "liz": "elizabeth", "lizzie": "elizabeth", "lizzy": "elizabeth", "maggie": "margaret", "mandy": "amanda",
    "matt": "matthew", "meg": "margaret", "mike": "michael", "nat": "nathaniel", "ned": "edward", "nell": "eleanor",
    "nick": "nicholas", "pat": "patrick", "peggy": "margaret", "pete": "peter", "polly": "mary", "ray": "raymond",
    "rick": "richard", "rob": "robert", "ron": "ronald", "sally": "sarah", "sam": "samuel", "sandy": "alexander",
    "sid": "sidney", "steve": "steven", "sue": "susan", "ted": "edward", "terry": "terence", "tim": "timothy",
    "tom": "thomas", "tony": "anthony", "vicky": "victoria", "vince": "vincent", "will": "william", "zach": "zachary",
}  # fmt: skip
"""Short forms of given names -> the full form."""

GIVEN = MALE | FEMALE | NICKNAMES.keys()


_EITHER = frozenset("andrea camille dominique jan jean kim laurence marian nicola robin simone".split())
"""Names of women in one language and of men in another, or family names; a second given name tells."""
_SHORT_OF_EITHER = frozenset("alex avery cameron jordan pat sam sandy terry".split())


def given_gender(words: tuple[str, ...]) -> str:
    """Where a given name tells: "m" or "f", else empty."""
    first, _, second = words[0].casefold().strip(".").partition("-") if words else ("", "", "")
    either = first in _SHORT_OF_EITHER
    first = NICKNAMES.get(first, first)
    if either or first in _EITHER or (first == "dean" and len(words) > 2):  # "Dean | Ann Lee", of a college
        first = second or (words[1].casefold() if len(words) > 2 else "")
    return "m" if first in MALE else "f" if first in FEMALE else ""
