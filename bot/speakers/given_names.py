"""Given names that tell "he" from "she".

From the United States Census Bureau's lists of first names (1990, public domain): those borne by at least one person in
ten thousand, and four times as often by one sex as by the other; with names often met in world news added by hand.
"""

MALE = frozenset(
    """
    aaron abdel abdul abdullah abel abraham abu adam adolfo adolph adrian agustin ahmad ahmed akbar akira al
    alan albert alberto alejandro aleksandr alex alexander alexei alfonso alfred alfredo ali allan allen alonzo
    alphonso alton alvaro alvin amir amit amos andre andrei andres andrew andy angelo anil anthony antoine anton
    antonio antony anwar archie arif armand armando arnold arthur arturo austin avery aziz barry bart bashar ben
    benito benjamin bennie benny bernard bert bill billy blaine blake bob bobby boris boyd brad bradford bradley
    brady brain brandon brendan brent bret brett brian bruce bryan bryant bryce bryon buddy burton byron caleb
    calvin cameron carl carlos carlton carroll cary cecil cedric cesar chad charles charlie chase chester chris
    christian christopher chuck clarence clark claude clay clayton cleveland clifford clifton clint clinton
    clyde cody colin conrad corey cornelius cory craig curt curtis dale damian damien damon dan dane daniel
    danny darin darius darnell darrel darrell darren darrin darryl darwin daryl dave david dean delbert
    demetrius deng denis dennis derek derick derrick desmond devin dewayne dewey dexter diego dmitry domingo
    dominic dominick don donald donnie doug douglas doyle drew duane dustin dwayne dwight dylan earnest ed eddie
    edgar edmond edmund eduardo edward edwin efrain elbert eldon eli elias elijah elliot elliott ellis elmer
    elton elvin elwood emanuel emil emilio emmanuel emmett enrique eric erick erik ernest ernesto ernie ervin
    erwin esteban ethan eugene evan everett fabian fabrizio felipe felix fernando fidel floyd forrest francis
    francisco francois frank franklin franz fred freddie freddy frederick fredrick gabriel garland garrett garry
    gary gene geoffrey george gerald gerard gerardo gilbert gilberto giovanni giuseppe glen glenn gonzalo gordon
    grady graham grant greg gregg gregorio gregory grover guillermo gus gustav gustavo guy hal hamad hamid hans
    harlan harley harold harrison harry harvey hassan heath hector heinrich henry herbert herman hiroshi homer
    horace howard hubert hugh hugo humberto hussein ian ibrahim ignacio igor imran ira irvin irving isaac isaiah
    ismael ismail israel ivan jack jackson jacob jacques jake jamal james jared jarrod jason jasper javier jay
    jean-pierre jeff jeffery jeffrey jeffry jens jerald jeremiah jeremy jermaine jerome jerry jess jesse jesus
    jiang jim jimmy joao joaquin joe joel joesph joey john johnathan johnny jon jonathan jonathon jordan jorg
    jorge jose joseph josh joshua juan julian julio julius junior justin kamal karim karl keith kelvin ken
    kendall kendrick kenji kenneth kenny kent kermit kevin khalid kirk kofi kristopher kurt kyle lamar lamont
    lance larry lars laurence lawrence leland leo leon leonard leonardo leonid leroy lester lev levi lewis liam
    lionel lloyd logan lonnie loren lorenzo louie louis lowell loyd luca lucas luigi luis luke luther lyle mack
    magnus mahmoud malcolm manuel marc marcel marco marcos marcus mario mark marlin marlon marshall martin marty
    marvin mason mathew matt matteo matthew maurice max mehmet melvin micah michael micheal michel mickey miguel
    mike mikhail miles millard milton mitchell mohamed mohammad mohammed moises monte monty morris moses moshe
    muhammad murray mustafa myron narendra nathan nathaniel nawaz neal ned neil nelson nicholas nick nicolas
    nikolai noah noe noel nolan norbert norman norris olaf oliver omar orville osama oscar otis otto owen pablo
    paolo patrick paul pavel pedro percy perry pete peter phil philip phillip pierre piotr preston quentin
    quinton rafael raj rajesh rajiv ralph ramesh ramiro ramon randal randall randolph randy raphael raul ravi
    ray raymond recep reggie reginald reuben rex reynaldo ricardo richard rick rickey rickie ricky rigoberto
    rishi rob robert roberto rocco rocky rod roderick rodger rodney rodolfo rodrigo rogelio roger rohan roland
    rolando roman ron ronald ronnie roosevelt rory roscoe ross roy royce ruben rudolph rudy rufus russel russell
    rusty ryan salvador salvatore sam samir sammy samuel sanjay santos saul scott scotty sean sergei sergey
    sergio seth shane shaun shawn sheldon sherman shinzo sidney simon solomon son spencer stan stanley stefan
    stephan stephane stephen sterling steve steven stewart stuart sunil suresh sylvester tariq ted teddy terence
    terrance terrell terrence thaddeus theodore thomas thurman tim timmy timothy toby todd tom tomas tommy tony
    travis trent trevor troy ty tyler tyrone tyson van vance vaughn vernon vicente victor vijay vikram viktor
    vincent virgil vladimir volodymyr wade wallace walter warren wayne wendell wesley wilbert wilbur wiley
    wilfred wilfredo willard william williams willis wilson winston wm wolfgang woodrow xavier yair yitzhak
    youssef yuri yusuf zach zachary
    """.split()
)
FEMALE = frozenset(
    """
    abby abigail ada addie adela adele adeline adriana adrienne agnes aida aileen aimee aisha alberta alexandra
    alexandria alice alicia alisa alisha alison allison alma alta alyssa amanda amber amelia amina amy ana
    ananya anastasia andrea angela angelia angelica angelina angeline angie anita anjali ann anna anne annette
    annie annika antoinette antonia arlene ashley audra audrey aung aurora ava barbara barbra beatrice beatriz
    becky belinda benazir bernadette bernadine bernice bertha bessie beth bethany betsy bette bettie betty
    bettye beulah beverly bianca billie birgit blanca blanche bobbi bobbie bonita bonnie brandi brandy brenda
    brianna bridget bridgette brittany brittney brooke caitlin callie camille candace candice candy cara carla
    carmela carmen carol carole caroline carolyn carrie cassandra cassie catalina catherine cathleen cathy
    cecelia cecile cecilia celeste celia chandra charity charlene charlotte chelsea cheri cherie cheryl chiara
    christa christi christie christina christine christy cindy claire clara clarice clarissa claudette claudia
    colleen concepcion connie constance consuelo cora corinne cornelia corrine courtney cristina crystal cynthia
    daisy daniela danielle daphne darla darlene dawn deana deanna debbie debora deborah debra delia della
    delores deloris dena denise desiree diana diane dianna dianne dina dixie dolly dolores dona donna dora
    doreen doris dorothea dorothy dorthy earline ebony edith edna effie eileen ekaterina elaine eleanor elena
    elisa elisabeth elise eliza elizabeth ella ellen elma elnora eloise elsa elsie elva elvira emily emma erica
    ericka erika erin erma ernestine esperanza essie estela estella estelle ester esther ethel etta eugenia eula
    eunice eva evelyn faith fannie fatima fatou fay faye felicia fern flora florence flossie frances francesca
    francine francisca freda frieda gabriela gabrielle gail gayle geneva genevieve georgia georgina geraldine
    gertrude gina ginger giorgia giulia gladys glenda glenna gloria goldie grace gracie graciela greta gretchen
    gwen gwendolyn hadiza haley hannah harriet hattie hazel heather heidi helen helena helene helga henrietta
    hilary hilda hina holly hope ida ila imogene ina indira inez ingrid irene iris irma isabel isabelle iva ivy
    jacinda jaclyn jacqueline jacquelyn jami jana jane janelle janet janette janice janie janine janis jasmine
    jayne jean jeanette jeanine jeanne jeannette jeannie jeannine jenifer jenna jennie jennifer jenny jeri
    jessica jewel jewell jill jillian jo joan joann joanna joanne jocelyn jodi jodie johanna jolene joni
    josefina josephine josie joy joyce juana juanita judith judy julia julie justine kamala kara karen kari
    karin karla katarina kate katharine katherine kathleen kathryn kathy katie katrina kay kayla keisha kelley
    kelli kellie kelly kelsey kendra keri kerri khadija kim kimberley kimberly kirsten krista kristalina kristen
    kristi kristie kristin kristina kristine kristy krystal lacey ladonna laila lakshmi lana lara latasha latifa
    latisha latonya latoya laura laurel lauren laurie lea leah leann leanne leigh leila lela lena lenora lenore
    leola leona lesley letha leticia lidia lila lillian lillie lilly lily linda lindsay lindsey lisa lizzie lois
    lola lora lorena lorene loretta lori lorie lorna lorraine lottie lou louise lourdes lucia lucile lucille
    lucinda lucy luella luisa lula lupe luz lydia lynda lynette lynne mabel mable madeline mae magdalena maggie
    malala mamie mandy manuela marcella marcia marcy margaret margarethe margarita margie margo margret
    marguerite maria mariam marian marianne maribel marie marilyn marina marine marisa marisol marissa maritza
    marjorie marla marlene marsha marta martha martina mary maryann matilda mattie maude maureen mavis maxine
    mayra meagan meera megan meghan melania melanie melba melinda melissa melody mercedes meredith mia michele
    michelle mildred millie mina mindy minerva minnie miranda miriam misty mollie molly mona monica monique
    muriel myra myrna myrtle nadia nadine nancy naomi natalia natalie natasha nelda nell nellie nettie ngozi
    nichole nicola nicole nikki nina nirmala nola nora norma ofelia ola olga olive olivia opal ora paige pam
    pamela patrica patrice patricia patsy patti patty paula paulette pauline peggy penny petra phyllis polly
    priscilla priya rachael rachel rachelle rae ramona randi rania raquel reba rebecca rebekah regina rena renee
    rhoda rhonda rita roberta robin robyn rochelle ronda rosa rosalie rosalind rosalyn rosario rose rosemarie
    rosemary rosetta rosie roxanne ruby ruth ruthie sabrina sadie sallie sally samantha sandra sandy sania sanna
    sara sarah selma shana shanna shannon shari sharon sharron shauna shawna sheena sheikha sheila shelia
    shelley shelly sheri sherri sherrie sherry sheryl shirley silvia simone socorro sofia sondra sonia sonja
    sonya sophia sophie stacey staci stacie stacy stefanie stella stephanie sue sunita susan susana susanne
    susie suzanne svetlana sybil sylvia tabitha tamara tami tamika tammie tammy tanya tara tasha tatiana teresa
    teri terri terrie thelma theresa therese tia tiffany tina toni tonia tonya tracey traci tracie tracy tricia
    trina trisha trudy ursula valarie valentina valerie vanessa velma vera verna veronica vicki vickie vicky
    victoria viola violet virgie virginia vivian wanda wendy whitney willa wilma winifred winnie yolanda yulia
    yvette yvonne zainab zara
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
