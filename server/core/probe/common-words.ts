/** Words that programs are made of everywhere: a name of these alone tells nothing. */
const list = `
a abort about above accept access account ack action actions active actual adapter add added address admin after
agent alert alias align all alloc allow allowed already alt always amount an anchor and animation any api app append
application apply apps arg args argument arguments around array as ascii assert asset assets assign async at attach
attempt attr attribute attributes auth author auto available avatar await back background backend bad balance bar
base based basic batch be been before begin being below best between big bin binary bind bit bits black block blocks
blue board body book bool boolean border both bottom bound bounds box branch break bridge browser bucket buffer build
builder built bundle bus but button buttons by byte bytes cache cached calc call callback called caller calls can
cancel canvas capture card case catch category cell center chain change changed changes channel channels char
character chart chat check checked child children choice chunk chunks circle class classes clean clear cli click
client clients clip clock clone close closed cloud cluster code codec col collect collection color column columns
command commands comment commit common compare compile complete component components compute concat condition config
configuration configure confirm connect connected connection console const constant constructor contain container
contains content contents context control controller convert cookie coord copy core correct cost could count counter
create created creation credential cross css ctx current cursor custom cycle dark dashboard data database dataset date
day days db debug dec decimal declare decode decoder decorator default defaults define defined definition delay delete
deleted delta depend dependencies dependency depth desc describe description dest destination destroy detail details
detect dev device devices dialog dict did diff digest dim dir direct direction directory dirty disable disabled
disconnect dispatch display dispose div do document does dom domain done dot double down download drag draw driver
drop dropdown due dump duplicate duration dynamic each edge edit editor effect either element elements else email emit
empty enable enabled encode encoded encoder encoding end ended endpoint engine ensure enter entities entity entries
entry enum env environment equal equals err error errors escape eval event events every exact example except exception
exec execute exist existing exists exit expand expect expected expire expired explicit export exports expr expression
ext extend extends extension external extra extract factory fail failed failure fake false fast feature features fetch
field fields file filename files fill filter filters final finally find finish finished first fix fixed flag flags
flat float flow flush focus fold folder font foo footer for force form format formatted formatter forward found frame
frames free freeze fresh from front full func function functions future gap gateway gen general generate generated
generator generic get getter git give given global go good got graph grid group groups guard handle handled handler
handlers handles hard has hash have head header headers height hello help helper helpers here hex hidden hide high
history hit hold home hook hooks host hot hour hover href html http https icon id identifier idle ids if ignore image
images img immediate immutable impl implement implementation import in include included includes incoming increment
indent index indexes info init initial initialize initialized inline inner input inputs insert inside install instance
instances instead int integer interface internal interval into invalid invoke ip is item items iter iterate iterator
its java javascript job jobs join js json just keep key keyboard keys kind known label lang language large last later
latest layer layout lazy lead leaf least left legacy len length less level lib library light like limit limits line
linear lines link links linux list listen listener listeners lists literal live load loaded loader loading local locale
location lock locked log logged logger logging login logout logs long lookup loop low lower machine macro mail main
make manager many map mapper mapping mark marker markdown mask master match matched matches math max maximum may me
media member members memory menu merge message messages meta metadata method methods metric metrics middle middleware
min minimum minute minutes mismatch missing mixed mobile mock modal mode model models modified modify module modules
month more most mount mouse move multi multiple must mutable mutate mutation mutex my name named names namespace native
navigate navigation need needs nested net network never new next no node nodes none normal normalize not note
notification notify now null number numbers obj object objects observable observer of off offset ok old on once one
only op open operation operations operator opt optional options opts or order origin original other others our out
outer output over overflow override own owner package packages packet padding page pages paint pair panel param
parameter parameters params parent parse parsed parser part partial parts pass password patch path paths pattern pause
payload peer pending per percent permission permissions phase phone pick pipe pipeline pixel place placeholder plain
plan platform play player plugin plugins point pointer points policy poll pool pop popup port position post prefix
prepare present press prev preview previous primary print priority private process processed processing processor
product profile program progress project projects promise promises prompt prop proper properties property props proto
protocol prototype provide provider providers proxy public publish pull push put python quantity query queue quick
quit quote radius random range rate ratio raw re reach read readable reader reading readonly ready real reason receive
received record records rect recursive red redirect reduce reducer ref reference references refresh regex region
register registry reject related relation relative release reload remaining remote remove removed rename render
rendered renderer repeat replace reply repo report repository request requests require required res reset resize
resolve resolved resolver resource resources response responses rest restart restore result results resume retry
return returned returns reverse right role root round route router routes row rows rule rules run runner running
runtime safe same sample save saved scale scan schedule scheduler schema scope score screen script scroll search second
seconds secret section security see seed seen segment select selected selection selector self send sender sent
separator sequence serial serialize serializer server servers service services session sessions set sets setter setting
settings setup several shape share shared shell shift short should show shown side sign signal signature simple since
single singleton size skip slice slot slow small snapshot so socket soft some sort sorted source sources space span
specific split sql src stack stage standard start started starts stat state states static stats status step steps still
stop stopped storage store stores str stream streams strict string strings strip struct structure style styles sub
subject submit subscribe subscriber subscription success such suffix sum summary super support supported swap switch
symbol sync system tab table tables tabs tag tags take target task tasks team template temp term terminal test tests
text than that the their them theme then there these they thing this thread threads three through throw thrown tick
tile time timeline timeout timer times timestamp title tmp to today toggle token tokens too tool toolbar tools tooltip
top topic total touch trace track transaction transfer transform transition translate translation tree trigger trim
true try tuple turn two type typed types ui unable unauthorized undefined under undo unexpected union unique unit units
unix unknown unless unlock unsafe unsupported until unused up update updated updates updating upload upper uri url urls
usage use used user username users uses using utf utf8 util utility utils uuid val valid validate validated validation
validator value values var variable variables vector vendor verbose verify version vertical very via video view
viewport views virtual visible visit visitor void volume wait waiting walk want warn warning warnings was watch watcher
way we web website week weight well were what when where whether which while white who why widget width will window
windows with within without word words work worker workers workspace world would wrap wrapped wrapper write writer
wrong xml year yes yet yield you your zero zip zone zoom
`

export const commonWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/))
