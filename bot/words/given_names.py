"""Given names that tell "he" from "she".

From the United States Census Bureau's lists of first names (1990, public domain): those borne by at least one person in
ten thousand, and four times as often by one sex as by the other; names often met in the news of other lands were added
by hand.
"""

MALE = frozenset(
    """
    aamir aarav aaron abbas abdel abdelaziz abdelfattah abdelkader abdelmadjid abdirahman abdul abdulaziz
    abdulhamid abdullah abdulrahman abdurrahman abebe abel abid abiodun abiola abiy abraham abu abubakar adam
    adamu adebayo adekunle adel ademola adewale adil adnan adolfo adolph adrian aftab agostinho agus agustin
    ahmad ahmadou ahmed ahmet aidil aijaz ajay ajit akbar akhil akhtar akira akshay akwasi al alain alan
    alasdair alassane albert alberto aldo alec alejandro aleksandr aleksei alessandro alex alexander alexandre
    alexei alfonse alfonso alfred alfredo algernon ali alikhan aliko alirio allan allen almazbek alois alok
    alonzo alphonso alton alvaro alvin amadeus amadou amar amarjit ambrose aminu aminul amir amit amjad amos
    amran anand anas anders andre andreas andrei andres andrew andrzej andy angelo angus anibal anies anil
    anirban anisul ankit ansel anthony antoine anton antonin antonio antony antti anuar anupam anura anwar
    archibald archie ari arif arjun armand armando arnaud arne arnold arnoldo arsene arshad artem arthur arturo
    arun arvind asad asaduzzaman asghar ashok ashwin asif asim askar atif atiku attila atul augustin augusto
    austin avery awais axel ayaz ayman ayodele azam azhar aziz azlan azman azmi azmin babagana babajide babar
    babatunde badr bakhyt bambang bandar barasa barry bart bartholomew bashar bashir basil bassirou bastian
    batbold battulga ben benedict benito benjamin bennie benny berat bereket bernard bernd bert bilal bill billy
    binali bingu birhanu bjorn bladimir blaine blake bob bobby bogdan bola bongani bongbong boris boubacar boyd
    brad bradford bradley brady brain bram brandon branko braulio brendan brent bret brett brian bruce bryan
    bryant bryce bryon buddy budi burton byron caleb callum calvin cameron carl carlito carlos carlton carroll
    carsten cary cecil cedric cesar chad chaminda chandima chandrababu charles charlie chase cheikh chester
    chibuike chidi chike chinedu chirag chris christian christoph christophe christopher chuck chukwuemeka
    ciaran clarence clark claude claus clay clayton clement cleveland clifford clifton clint clinton clyde cody
    colin conor conrad corey cormac cornelius cory craig cristobal curt curtis cuthbert cyril czeslaw dadang
    dale damian damien damir damon dan dane daniel danilo danny dapo darin darius dariusz darnell darrel darrell
    darren darrin darryl darwin daryl daudi dauren dave david dean declan dedi deepak delbert demeke demetrios
    demetrius deng denis dennis derek derick derrick desmond devendra devin devlet dewayne dewey dexter dhruv
    didier diego dieter dilip dimitri dimitris dinesh diosdado dirk djoko dmitri dmitry dmytro domingo dominic
    dominick don donal donald donnie dorian doug douglas doyle dragan drew duane dustin dwayne dwight dylan
    eamon earnest ebenezer ebo ebrahim ebuka ed eddie edgar edmond edmund edmundo eduard eduardo edward edwin
    eero efrain egbert einar ejaz eko ekow ekrem elbert eldon eleazar eli elias elijah eliseo elliot elliott
    ellis elmer elton elvin elwood emad emanuel emeka emil emile emilio emmanuel emmerson emmett emomali emre
    enamul enda enrique enzo erdogan eric erick erik erlan erling ernest ernesto ernie ernst ervin erwin essam
    esteban ethan eugen eugene evan everett evgeny evo fabian fabrizio fadi fadillah fahd fahmi faisal faizal
    fakhrul faraz farhan farid farooq farouk faruk fatih fausto fauzi fawad fayez fazal felipe felix femi
    ferdinand fergal fergus fernando fidel fikile fikre fikri filip finlay firoz florian floyd forrest francis
    francisco francois frank franklin franz fred freddie freddy frederic frederick fredrick friedrich froilan
    fuat fyodor gabor gabriel ganbaatar ganjar gareth garland garrett garry gary gaston gatot gautam gbenga gene
    geoffrey georg george georges gerald gerard gerardo gerd gerhard getachew ghassan gianni gilbert gilberto
    gilles giorgio giovanni girish girma giuseppe glen glenn godswill gonzalo gopal goran gordon gotabaya
    gottfried grady graeme graham grant greg gregg gregor gregorio gregory grover guido guilherme guillermo
    gunnar gunther gurbanguly gurpreet gus gustav gustave gustavo guy habib habibur hadi hafizur haidar haile
    hailemariam hairul haitham hakainde hakan hakim hal hamad hamid hamish hamza hamzah hani hanif hans harald
    haris harish harlan harley harold haroon harrison harry haruki harvey haryanto hasan hassan hatem heath
    hector heiko heinrich heinz helmut hemant hendra hendrik henri henrik henry herbert heriberto herman hermann
    hernan heru hideo hikmet hiro hiroshi hisham hitesh homer horace horacio horatio hosni hossein howard hubert
    hugh hugo hugues hulusi humayun humberto humphrey husain hussain hussein ian ibrahim ibrahima ibrar idris
    idrissa ifeanyi iftikhar ignacio igor ijaz ikechukwu ikram ilham ilya imad imran iqbal ira irfan irvin
    irving irwan isaac isaiah isaias ishaq ishfaq isidro isko ismael ismail issoufou istvan ivan izwan jaafar
    jaakko jaber jabu jabulani jacek jacinto jack jackson jacob jacques jafar jagdish jahangir jaime jair jake
    jakob jalal jamal jamaludin james jamshed jan janos jared jarkko jaroslaw jarrod jasem jason jasper javad
    javed javier jawad jay jayant jean-claude jean-luc jean-pierre jeff jeffery jeffrey jeffry jens jerald
    jeremiah jeremy jermaine jerome jerry jess jesse jesus jhon jiang jim jimmy jitendra joachim joao joaquin
    jochen joe joel joesph joey johan johann johannes john johnathan johnny jomo jon jonas jonathan jonathon
    joop jordan jorg jorge jose josef josep joseph josh joshua josue jozef juan juha julian julien julio julius
    juma junaid junior jurgen justin jusuf kabir kailash kairat kamal kamran kanat karan karel karim karl
    karsten kashif kassahun kassim kassym kaushik kayode kazimierz keanu keegan keir keith kelvin kemal ken
    kendall kendrick kenji kenneth kenny kent kenta kermit kevin kgalema kgosientsho khairul khairy khaled
    khalid khalifa khurram kibet kimani kingsley kipchoge kipkemboi kiprono kiprop kiptoo kirk kishore kithure
    kofi kojo konrad konstantin krishna kristopher krzysztof kumar kunal kurt kwabena kwadwo kwaku kwame kwasi
    kweku kwesi kyle lachlan ladislav lakshman lalit lamar lamine lamont lance larry lars lasantha laszlo
    laurence laurent lawal lawrence lazaro lazarus lech leif leland leo leon leonard leonardo leonel leonid
    leopold leopoldo leroy lester lev levi lewis liam liaquat lionel lisandro lito lloyd logan lonnie loren
    lorenzo louie louis lowell loyd luca lucas ludwig luhut luigi luis luiz lukas lukasz luke lukman luther
    lwazi lyle maciej mack macky madan magnus mahamadou mahathir mahbub mahdi mahendra mahesh mahfud mahfuz
    mahinda mahmood mahmoud mahmud mahmudul maithripala majed malcolm malik mamadou mandla manfred manish manny
    manoj mansour manuel manzoor maqbool marat marc marcel marcelo marco marcos marcus marek mariano mario
    marius mark marko markus marlin marlon marshall martin martti marty marvin mason masoud masrour mateo
    mateusz mathew mathieu matt matteo matthew matthias matti maurice mauricio maurizio mauro max maxime
    maximiliano mazhar mcebisi mehmet mehmood melvin menardo menzi mevlut micah michael michal micheal michel
    mickey miguel mihai mike mikhail mikko miles millard milos milton miro mishaal mitchell mizanur mluleki
    modibo mohamad mohamed mohammad mohammed mohan mohd mohit mohsin moises mondli monte monty moritz morris
    morteza moses mosharraf moshe mostafizur moussa mubarak mubashir mudassar mugisha muhaimin muhammad
    muhammadu muhyiddin mukesh mukhtar muneeb munir munther murat murray murtaza musa mushtaq mustafa mustapha
    mutahi mwai mwangi myron mzwandile nabil nadeem nadir naeem nagendra naguib najam nalaka namadi namal naoki
    narayan narendra naresh nasim nasir nasrudin nasser nathan nathaniel nathi naveed navin nawaz nayef nayib
    nazri nazrul neal nechirvan necmettin ned neeraj neil nelson nestor nhlanhla nicanor nicholas nick nicolas
    nii nik nikhil niklas nikola nikolai nikolaos nilesh nils nimal nisar nitin nizam nizar njuguna nnamdi noah
    noe noel nolan noman nor norbert norman norris nuhu numan nur nuri nurlan nursultan nuwan nyesom obaid
    obaidul obinna ochieng octavio odhiambo oguz okechukwu okezie okoth olaf oleg oleksandr oliver olivier olli
    olusegun oluwaseun omar omer omondi omoyele onyango opiyo orville osama oscar osei osman osvaldo otieno otis
    otto ouma ousmane ousseynou owen owino pablo pankaj panyaza paolo parvez pascal patrick paul pavan pavel
    pavlo pedro peer pekka percy perry pete peter petr petri petro phil philip philippe phillip pierre piet
    pieter piotr prabhu prabowo pradeep prakash pramod pranab prasad prasanna prashant praveen pravin preston
    priit priyantha purnomo qadir qais qaiser qamar qasim qassem quentin quinton rached rafael rafal rafiq
    rafiqul rafizi raghav raghuram rahim rahmat rahul raila rainer raj rajat rajeev rajendra rajesh rajiv
    rajnath rakesh ralf ralph raman ramesh ramiro ramon ramtane randal randall randolph randy ranil ranjit
    raphael rashed rashid raul ravi ravindra ray raymond razaq recep reggie reginald rehan reinaldo reinhard
    reinhold renato rene reuben rex reynaldo reza rezaul riad ricardo richard rick rickey rickie ricky ridwan
    rigathi rigoberto rishi riyad rizal rizieq rizwan rob robert roberto rocco rocky rod roderick rodger rodney
    rodolfo rodrigo rogelio roger rohan rohit roland rolando rolf romain roman ron ronald ronaldo ronan ronnie
    roosevelt rory roscoe rosli ross rotimi roy royce ruben rudolph rudy rufus ruhul rupert ruslan russel
    russell rusty ryan saad sachin sadiq sadyr saeed saifuddin saiful sajid sajith sajjad saleh salem salim
    salman salvatore sam sameer sameh samir sammy sampath samuel sanath sandeep sandile sandro sani sanjay
    sanjeev santos santosh saparmurat sarath sarfraz sarwar satish saud saul saurabh scott scotty seamus sean
    sebastian segun selahattin selim senzo serdar sergei sergey sergio serhiy serik seth seydou seyi shafiq
    shafiqul shafqat shahbaz shahid shahidul shahrul shahzad shakeel shakil shamsul shane shankar sharad shashi
    shaun shavkat shawn shehbaz shehryar shehu sheldon sherman sherwin shinzo shiv shoaib shyam sibusiso
    siddharth sidney sifiso sigmund silvio simon siphamandla siphiwe sipho sirajul slamet slavoj sofyan sohail
    solomon son soren souleymane spencer srinivas stan stanislav stanley stefan stefano steffen stephan stephane
    stephen sterling steve steven stewart stig stuart subhash subramaniam sudhir sugeng suhail suharto sukarno
    suleiman sunil suresh surinder sushil susil susilo svante sven syahrul sylvester taavi tadeusz tahir taimur
    tajudeen takashi takeshi talha tamim tanvir tarek tareq tariq taro taufik tauqeer tayyip tebogo ted teddy
    tedros teemu teguh tejas tekle temir tendai teodor teodoro terence terrance terrell terrence tesfaye
    tewodros thabo thaddeus thamsanqa tharaka themba theodor theodore thibault thierry thilak thomas thorsten
    thulani thurman tim timmy timo timothee timothy timur tinashe tobias toby todd tofazzal tom tomas tomasz
    tommy tomoko tony toomas tore torsten travis trent trevor tristan troy tshepo tunde tunji turki ty tyler
    tyrone tyson ubaid uche uday uhuru ulf ulises ulrich umair umar umaru umesh upul usman uttam uwe uzair
    vaclav valentin van vance vasily vasyl vaughn vedat venkat vernon vicente victor viggo vijay vijitha vikas
    vikram viktor vinay vincent vinod vipin virendra virgil vishal vitali vito vivek vladimir volker volodymyr
    vusi vusimuzi wade wael waheed wahyu wajid waldemar wale waleed walid wallace walter wan waqar warren
    wasantha waseem wawan wayne wekesa wendell werner wesley wilbert wilbur wiley wilfred wilfredo wilhelm
    willard willem william williams willis wilmer wilson wim winston wiranto wm wojciech wolfgang woodrow xavier
    xolani yahya yair yakubu yamandu yannick yaser yasin yasir yasonna yasser yaw yemi yerlan yevgeny yitzhak
    yogesh yoshihiko younis yousaf youssef youssouf yoweri yudi yuri yusril yusuf yves zach zachary zafar zaheer
    zahid zaid zainal zainuddin zakir zaldy zayed zbigniew zdenek zeeshan zekeriya zhandos zia zillur zoltan
    zoran zubair zubairu zulfiqar zulkifli zweli zwelinzima
    """.split()
)
FEMALE = frozenset(
    """
    aarti abby abeba abena abigail achieng ada adaeze adanech addie adela adele adeline adenike adhiambo aditi
    adriana adrienne adwoa afia agata agathe agnes agnieszka aicha aida aigul aiko aileen aimee aino ainur aisha
    aissata aisyah akiko akinyi akosua akoth akua alberta aleksandra alessandra alexandra alexandria alice
    alicia alina alisa alisha alison aliyah alka allison alma almaz alta alyssa ama amaka amal amanda amber
    amelia amelie amina aminata amira amna amrita amy ana anam ananya anastasia andrea angela angelia angelica
    angelika angelina angeline angie aniela anika anita anja anjali anjana ann anna anna-karin annalena anne
    anneli annette annie annika anouk ansa antje antoinette antonia anum anya anyango aparna araba arabella
    araminta archana ariane arlene arwa asha ashley asma astou astrid asuncion atieno audra audrey aung aurelie
    aurora auxillia ava awuor ayaka ayesha aynur ayse aysel azadeh azalina azizah azza barbara barbra basma
    bathabile beata beate beatrice beatrix beatriz becky belinda benazir berit bernadette bernadine bernice
    bertha bessie beth bethany betsy bette bettie bettina betty bettye beulah beverly bhavna bianca billie
    bilqis bineta binta birgit birgitta birtukan bisi blanca blanche bobbi bobbie bolanle bolormaa bonita bonnie
    bothaina brandi brandy brenda brianna bridget bridgette brigitte britt brittany brittney bronwen brooke
    bushra busisiwe caitlin callie camilla camille candace candice candy cara carla carlotta carmela carmen
    carol carole carolina caroline carolyn carrie cassandra cassie catalina catarina caterina catherine cathleen
    cathy cecelia cecile cecilia celeste celia chandra chantal charity charlene charlotta charlotte chebet
    chelimo chelsea cheri cherie cheryl chiamaka chiara chidinma chinwe chipo chitra chloe christa christelle
    christi christiane christie christina christine christy cilla cindy claire clara clarice clarissa claudette
    claudia clementine clothilde colleen concepcion connie constance consuelo cora corazon corinne cornelia
    corrine cosima coumba courtney cressida cristina crystal cynthia dagmar daisy dalia damilola daniela
    danielle danuta daphne dariga darla darlene dawn deana deanna debbie debora deborah debra deepa deepika
    delcy delia della delores deloris delphine dena denise derya desiree dewi diana diane dianna dianne dilma
    dina dinara dipuo dixie dolly dolores dominique dona donna dora doreen doris dorota dorothea dorothy dorthy
    droupadi earline ebele ebony edith edna effie efua eileen ekaterina ekua elaine elana eleanor elena eleni
    elif elin elina elisa elisabeth elisabetta elise eliza elizabeth elke ella ellen elma elnora eloise elsa
    elsie elspeth elva elvira emilia emilie emily emine emma endang erica ericka erika erin erma ernestine esi
    esperanza esra essie estela estella estelle ester esther ethel etsuko etta eugenia eugenie eula eunice eva
    eva-marie evelyn ewa fadhlina fadia faith faiza faizah fannie farida fariha farzana fatema fatemeh fatima
    fatimah fatma fatou fatoumata fatuma fay faye federica fehmida felicia feride fern fiona fleur flora
    florence flossie folake folasade frances francesca francine francisca francoise freda frederica freya frida
    frieda friederike funke funmilayo gabriela gabrielle gail galina gayle geeta gemma geneva genevieve georgia
    georgina geraldine gerda gertrude ghada gina ginger giorgia giovanna gisele giulia gladys glenda glenna
    gloria goldie grace gracie graciela greta gretchen grethe gudrun guinevere gulnara gulsum gwen gwendolen
    gwendolyn habiba hadiza hafsat hala haley halima halimah hanan hanna hannah hannelore harriet hasina hasnah
    hattie hayat hazel heather hediye hedwig heidi heike helen helena helene helga hend henrietta hermione hessa
    hilary hilda hilde hildegard hina hiroko hirut hoda holly hope huda huma humera ida ifeoma ila iman imee
    imelda imogen imogene ina inas indira ines inez inga inge ingeborg ingrid irena irene ireti irina iris irma
    isabel isabella isabelle isadora isobel iva ivana ivanka ivy iyabo jacinda jacinta jaclyn jacqueline
    jacquelyn jadwiga jami jamila jana jane janelle janet janette janice janie janina janine janis jasmin
    jasmine javeria jawaher jayalalitha jayne jean jeanette jeanine jeanne jeannette jeannie jeannine jelena
    jemima jenifer jenna jennie jennifer jenny jepkoech jepkosgei jeptoo jeri jessica jewel jewell jill jillian
    jo joan joann joanna joanne jocelyn jodi jodie johanna jolanta jolene joni josefina josephine josie joy
    joyce juana juanita judith judy julia julie juliette justine justyna jyoti kadiatou kaja kalpana kamala
    kanwal kara karen kari karin karla karolina kartini katarina katarzyna kate katerina katharina katharine
    katherine kathleen kathryn kathy katie katja katrin katrina kavita kay kayla keiko keisha kelley kelli
    kellie kelly kelsey kemi kendra keri kerri khadija khady khaleda khawla khofifah khumbudzo kim kimberley
    kimberly kirsi kirsten kirsty kishwar klara krista kristalina kristen kristi kristie kristin kristina
    kristine kristy krystal krystyna kudirat kulsoom lacey ladonna laila lakshmi lalita lamia lana lara larissa
    latasha latifa latisha latonya latoya laura laurel lauren laurie lea leah leann leanne leigh leila lela lena
    leni lenora lenore leola leona leonie lesley letha leticia letizia lidia lieselotte liisa lila lillian
    lillie lilly lily lina linda lindiwe lindsay lindsey linnea lisa liudmila liv livia lizzie ljubica lois lola
    lolwa lora lorena lorene loretta lori lorie lorna lorraine lotte lottie lou louise lourdes lubna lucia
    luciana lucie lucile lucille lucinda lucy ludmila ludovica luella luisa lula lupe luz lydia lynda lynette
    lynne maame mabel mable madeline madhuri mae maeve magdalena maggie maha mahira mahnoor mahua maisa maja
    malala malgorzata malin mamata mamie mamta manal mandy maneka manuela mara marcella marcia marcy margaret
    margareta margarete margarethe margarita margherita margie margit margo margot margret margrethe marguerite
    maria mariam mariama marian mariana marianne maribel maricela marie marie-claude marie-louise marija marilyn
    marina marine marisa marisol marissa marit maritza marjorie marla marlene marsha marta martha martina mary
    maryam maryann masako masoumeh matilda mattie maud maude maureen mavis maxine mayra maysa mayumi meagan
    meaza meenakshi meera megan megawati meghan mehreen mehwish mekdes melania melanie melba melinda melissa
    melody meral mercedes meredith meryem mette mia michaela michele michelle michiko mieke mihaela mildred
    milena millicent millie mina mindy minerva minna minnie miranda mireya miriam mirjam misty mitsuko mollie
    molly mona monica monika monique moza muferiat muriel myra myriam myrna myrtle nabila nadezhda nadia nadine
    nafisa naheed nahid naila najat najla najma naledi nancy nandini naoko naomi narges nargis nargiza nasreen
    nasrin natalia natalie natalya natasha nausheen nawal nazia ndeye neelam neha nelda nell nellie nettie ngozi
    nichole nicola nicole nicoletta nida nidia nighat nikki nina nirmala nisha njeri njoki nkechi nkiru
    nkosazana nneka nola nomalungelo nomin nomsa nomvula nomvuyo nonhlanhla nontobeko noor noora nora noraini
    norazlina noreen norliza norma normala nosheen noura ntombi nuala nurhayati nusrat nyambura nyokabi obiageli
    ofelia oforiwaa ogechi oksana ola olajumoke olena olga olive olivia oluchi oluremi omolara omotola onyinye
    opal ora ottilie oumou oyelaran ozlem paige paloma pam pamela paola parisa parveen patrica patrice patricia
    patrizia patsy patti patty paula paulette paulina pauline peggy penelope penny perpetua petra philippa
    phumzile phyllis pia pilar polly pooja pratibha priscilla priya priyanka puteri qurat rabia rachael rachel
    rachelle radha rae raffaella rafidah rahat raheela rahel raisa ramona randi rania raquel rasha rashida reba
    rebecca rebeka rebekah reem refilwe regina rekha rena renata renate renee renuka retno rhiannon rhoda rhonda
    riffat rigoberta rima rina risa rita ritu roberta robin robyn rochelle rocio rohani roisin rokhaya ronda
    ronke rosa rosalia rosalie rosalind rosalyn rosamund rosario rose rosemarie rosemary rosetta roshni rosie
    rosmah rosmini rosni roswitha roxana roxanne rubina ruby rukhsana rukiah rukmini rutendo ruth ruthie
    ruxandra saadia saba sabeen sabina sabine sabrina sadia sadie sadiya safiya sahar saima sakina sakineh
    sakura sallie sally salma saltanat samantha samina samira sana sandra sandrine sandy sania sanjana sanna
    sara sarah sarangerel sarita saskia saule savita sawsan seema selin selma senait sevgi seynabou shabana
    shagufta shahida shahnaz shaima shaista shamma shamshad shana shanna shannon shanti shari sharmila sharon
    sharron shauna shawna shazia sheela sheena shehla shehnaz sheikha sheila shelia shelley shelly shereen sheri
    sherri sherrie sherry sheryl shireen shirin shirley shobha shreya shweta sigrid silke silvana silvia simone
    simonetta simran sindisiwe sinead siobhan siri siti smita smriti sneha socorro sofia sofie solange solveig
    sondra sonia sonja sonya sophia sophie soraya stacey staci stacie stacy stefania stefanie steffi stella
    stephanie sudha sue suha suhair sujata sulastri sultana sumaira sumitra sunita supriya susan susana susanne
    sushma susi susie suzanne svetlana swati sybil syeda sylvia sylvie tabitha tahira tahmina taina tamara tami
    tamika tammie tammy tania tanja tansu tanuja tanya tara tasha tasneem tatiana tehmina teresa teri terri
    terrie thandeka thandi thandiwe thelma thembi theodora theresa therese thoko thuli tia tiffany tiina tina
    tineke titiek titilayo tokozile toni tonia tonya toshiko tove toyin tracey traci tracie tracy tricia trina
    trisha trudy tsetseg tsitsi tugba ulrike umme urmila ursula usha uta uzma valarie valentina valerie vandana
    vanessa vasundhara velma vera verena verna veronica veronique vesna vicki vickie vicky victoire victoria
    vidya vigdis viktoria vimala viola violet violeta virgie virginia virginie vivian viviane wafa wairimu
    waithera wambui wanda wangari wangui wanjiku wanjiru wendy whitney wilhelmina willa wilma winifred winnie
    ximena xiomara yaa yashoda yasmeen yasmin yati yelena yetunde yewande yoko yolanda yukiko yulia yuriko
    yvette yvonne zahra zainab zakia zaleha zanele zara zarina zartaj zeba zeenat zehra zeinab zewditu zeynep
    zhanna zodwa zoe zofia zohra zoleka zoraida zubaida zuleikha zulema zuraida zuzana
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

FAMILY_FIRST = frozenset(
    """
    bui cai chen cheng choi dang deng dinh doan dong duong feng gao guo hoang huang huynh jiang jung kang kim liu luo
    luong ngo nguyen peng pham phan shen tang tran trinh truong vo vu wang xi xiao xie xu yoon yuan zhang zhao zhou zhu
    """.split()
)
"""Family names that often come first: "Nguyen Thi Lan"."""

_EITHER = frozenset(
    """
    andrea ayodele bola camille dominique jan jean kim laurence marian nicola nik nor nur oluwaseun robin simone uche
    wan yemi
    """.split()
)
"""Names of women and of men, or family names; a second given name tells."""
_SHORT_OF_EITHER = frozenset("alex avery cameron jordan pat sam sandy terry".split())


def given_gender(words: tuple[str, ...]) -> str:
    """Where a given name tells: "m" or "f", else empty."""
    first, _, second = words[0].casefold().strip(".").partition("-") if words else ("", "", "")
    either = first in _SHORT_OF_EITHER
    first = NICKNAMES.get(first, first)
    if either or first in _EITHER or (first == "dean" and len(words) > 2):  # "Dean | Ann Lee", of a college
        first = second or next((word.casefold() for word in words[1:-1] if word.casefold() not in _EITHER), "")
    return "m" if first in MALE else "f" if first in FEMALE else ""
