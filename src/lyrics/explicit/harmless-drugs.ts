/** Phrases in which words of drugs tell of none. Notation: `scene.ts`. */
export const HARMLESS_DRUGS = `
  brick/bricks ~1 and/house/wall/walls/mortar/road/layer/layers/oven/building/in_the_wall/by_brick/work/of_gold/in_my_shoes/lane/city/cheese
  gold/lego/yellow/red/house_of/ton_of/toy/thick_as/cinder/glass_and/like_a_ton_of brick/bricks
  key/keys ~2 table/door/heart/lock/house/home/car/ignition/piano/black_and_white/change/success/life/west/ring/chain/board/lime/hole/fob/minor/bumper/inn/ring/stone/pocket/kingdom/hook/valet
  piano/alicia/low/house/car/spare/florida/master/hotel/the/lost_my/allen/lost_the/skeleton key/keys
  line/lines ~1 of/in/on ~2 people/credit/duty/fire/defense/work/cars/sight/sand/palm/scrimmage/poetry/verse/code/dancers/face/dance/score/bus/ants/kids/text/dialogue/thought
  on/in/punch/pick_up/front/head/dead/base/clothes/bass/picket/finish/starting/conga/deadline/assembly/phone/dotted/story/laugh/bread/the/a/these/my/his/her line/lines !of_coke !of_blow !of_cocaine !of_white !of_powder !of_k !up !off !of_speed !of_ket !on !and_do !before !then
  line/lines dance/dancing/up/backer/of_work/of_fire
  roll/rolls/rolled/rolling ~1 dough/dice/seven/thunder/stone/stones/sleeves/call/out/over/with_me/in_the_deep/down_the_window/windows/eyes/hills/hill/the_credits/coaster/skate/camera/cameras/tide/pin/in_my_whip/in_the_aisles/silver_dollar/quarters/in_money/in_dough/in_the_grass/in_the_mud
  rock/rocks ~1 baby/boat/roll/band/star/stars/music/show/house/mic/bell/climbing/bottom/solid/steady/hard_place/salt/candy/opera/crowd/concert/concerts/garden/wall/in_my_shoe/paper/lobster/me/you/with_you/with_me/your_body/ledge/road/pool/n_roll/formation
  rocky road/mountain/balboa/top
  punk/hard/soft/glam/indie/jail_house/chris/kid/pet/pop/classic/folk/little/split/aap/asap/school_of/plymouth/moon/bed/sham rock/rocks !crack !of_crack !in_my_sock
  blow/blows/blew/blowing/blown ~1 whistle/candles/candle/kiss/kisses/steam/smoke_rings/bubbles/bubble/wind/horn/nose/my_mind/your_mind/mind/fuse/off/up/away/out/over/dry/hair/trumpet/cover/balloon/balloons/money/it/bag/savings/lead/chance !brains !head !smoke !out_your !his_brains !your_brains !off_your !his_head !your_head !your_face
  blow/blew/blown/blows me/you/us away
  clean/sober/free off/from/of ~2 drugs/drug/weed/cocaine/heroin/pills/HARD
  blow dry/dryer/torch/fish/hard/pop/by_blow/softly/wind
  low/crushing/heavy/death/body blow/blows
  wind/winds/breeze ~2 blow/blows/blowing
  snow ~1 falling/falls/fall/white/man/angel/angels/ball/balls/flake/flakes/day/storm/pines/mountain/covered/boots/plow/globe/capped/melting/melts/drift/deep/shoes/cone/board/boarding
  in/on/through/fresh/first/virgin/white/driven/deep/winter/falling/christmas/cold/wet/john/the/let_it snow !up
  coke/cokes ~1 in_the_shade/zero/float/can/cans/machine/bottle/bottles/ad/with_lime/and_a/and_fries/and_burger/with_ice/fries/pepsi/no_ice/classic/on_ice
  diet/cherry/vanilla/rum/jack/whiskey/whisky/henny/bourbon/ice_cold/captain/drink/drinking/drinks/drank/sip/sipping/sipped/can_of/bottle_of/large/burger/pizza/popcorn/cold/glass_of/vodka/bacardi ~1 coke/cokes/cola !off !table !nose
  coca cola
  high ~1 school/five/fives/heel/heels/mountain/mountains/tower/way/ways/road/light/lights/noon/tide/water/ground/note/notes/horse/end/fashion/chair/rise/rises/speed/def/stakes/hopes/priest/court/society/time/tea/street/score/scores/ceiling/life/roller/rollers/key/expectations/definition/quality/price/prices/seas/sea/jump/wire/command/top/tops/tech/commissioner/kick/kicks/octane/above/fidelity/treason/rank/grades/spirits/castle/hill/hills/cholesterol/fever/up/volume/pitched/pitch/fructose
  aim/fly/sky/shoulder/knee/junior/head_held/jump/pile/piled/climb/climbing/mile/wave/soar/soaring/ten_feet/stacked/stack/hold_your_head/hands/reach/held/kick/jumping/standing/raise_it/stars/swing/hold/flying/stories/bounce/raised/mountain/feet/waist/hung ~1 high !as_fuck !off !on_weed
  high/so_high/get_high/getting_high on/off life/love/your_love/you/jesus/music/god/the_lord/happiness/faith/hope/my_love/your/loving/us/sunshine/dreams/success/knowledge
  runner's/natural/all_time/sugar/record high
  lean/leans/leaned/leaning ~1 on_me/on/back/in/against/over/to_the/into/forward/steak/meat/cuisine/green/mean/out/body/with_it/years/muscle/cut/ground/beef/in_close/in_for !syrup !promethazine !codeine !my_cup !my_sprite !double !lean !xans !my_soda
  lean and mean
  no/never/dont/don't/won't/wont/cant/can't/without ~2 weed/drugs/crack/coke/cocaine/heroin/drug/blunts/meth
  acid rain/reflux/jazz/wash/test/tongue/house_music/tongued/base/burn/burns/attack/wit/drop/drops_on_litmus
  citric/battery/stomach/folic/lactic/amino/nucleic/hydrochloric/fatty acid
  speed limit/racer/boat/boats/bump/bumps/dial/dating/way/of_light/of_sound/trap/test/up/skating/run/ramp/reading/camera
  full/top/high/god/ten/light/warp/at/pick_up/breakneck speed
  crystal clear/ball/palace/glass/vase/blue/castle/light/water/chandelier/waters/lake/pepsi/gayle/meth_free
  pill ~1 for/from/to/bug/box/hill ~2 headache/swallow/doctor/fever/pressure/heart/allergies
  pills from/for ~1 doctor/heart/blood/headache/back/pharmacist/pharmacy/cold/pain
  hard/bitter/red/blue/chill/sugar/vitamin/allergy/sleeping/birth_control/iron/poison/fish_oil/the/diet/headache pill/pills ~1 !popped
  needle/needles ~2 thread/haystack/skips/record/groove/pine/pines/cactus/compass/point/knitting/vinyl/drop/sewing/gauge/work/tattoo/blood_test
  pine/knitting/sewing/tattoo/compass/record/space/insulin/acupuncture needle/needles
  pot ~1 of/pie/hole/holes/luck/roast/belly/bellied/holder/gold/shot/stirrer/calling/kettle/plant/plants/soup/stickers ~1 !weed !gold_weed
  tea/coffee/flower/melting/crock/chamber/honey/cooking/stock/lobster/pepper/stir_the/stirring_the/jack/plant/cook/chimney pot/pots
  grass ~1 greener/is/roots/root/grows/fed/land/hopper/stain/stains/skirt/court/snake/under/wet/and_trees/seed/clippings
  cut/mow/mowing/green/blue/in/on/the/wet/tall/lemon/snake/wheat/long/through/sweet/knee_high/dewy/blade_of/barefoot grass
  joint ~1 custody/account/venture/effort/pain/pains/statement/chiefs/forces/ownership/tax/replacement/health/operation/task/session/mission
  knee/hip/elbow/burger/pizza/juke/clip/ball/shoulder/strip/barbecue/bbq/rib/taco/noodle/old/spike_lee/finger/gin/ankle/swollen/arthritic/my_favorite/chicken/universal joint/joints !smoke !rolled
  out_of/this/nose_out_of joint !is_lit
  blunt ~1 knife/edge/force/scissors/instrument/honest/object/truth/answer/pencil/end/blade/trauma/opinion/tool/criticism/needle
  be/being/frankly/emily/james/so/too/to_be/brutally/a_bit/rather/sounds/honest_and blunt ~1 !smoke !and_roll
  tree/trees/herb/herbs/bud/buds/green/greens/wood/woods ~1 by/in/house/of/line/trunk/garden/top/tops/sap/roots/fort/yard/leaves/bark/and_flowers/alpert/shop/tea/day/light/lights/work/land/card/bean/beans/peace/river/lake/forest
  gas station/pump/mask/tank/bill/pedal/stove/prices/light/price/money/in_the_tank/leak/can/lamp
  loud ~1 music/noise/sound/speaker/speakers/mouth/clear/and_clear/bang/crowd/voice/enough/and_proud/thunder/as/house/colors/neighbors/in_here/laughter
  pack/packs ~2 bags/bag/wolves/lunch/suitcase/heat/man/light/gum/cards/dogs/lies/cigarettes/up/mule/rat/things/room/house/crayons/it/newports/marlboros/smokes/batteries/noodles
  back/six/fanny/wolf/jet/ice/gel/battery/brat/face/leader_of_the/four/rat/band_of/booster/sauce pack/packs
  gram/grams/ounce/ounces/pound/pounds/kilo/kilos/tab/tabs/bag/bags/line/bars/bar/pinch/gallon/ton/slice/quarter/pint of ~1 saffron/prevention/oranges/cure/flesh/gold/sugar/butter/flour/rice/beef/cheese/salt/pepper/apples/potatoes/meat/chips/courage/truth/patience/silver/soap/chocolate/candy/muscle/fat/milk/groceries/tea/beans/cookies/love/steak/shrimp/marshmallows/money/cash/tricks/coffee/sand/respect/feathers/hope/dirt/popcorn/bones
  pound cake/sign/puppy/sterling/the_pavement/for_pound
  insta/tele/ana/holo gram/grams
  dust ~1 on/off/bunny/shelf/bowl/storm/pan/bin/jacket/devil/to_dust/settles/settled/bites/in_the_wind/mites/of_the/cloud
  fairy/gold/star/saw/coal/pixie/moon/bite_the/bites_the/cloud_of/house/brick/chalk/angel_of dust
  hash ~1 brown/browns/table/tag/tags/it/and_eggs/map/corned/out/browns_and/function/this
  corned_beef/corned/re hash
  mushroom/mushrooms ~1 soup/pizza/risotto/cloud/kingdom/burger/gravy/for/on_toast/omelette/omelet/sauce/and_onions/in_the_soup/ravioli/caps
  shiitake/portobello/button/stuffed/wild/fried/oyster/grilled/porcini/cream_of mushroom/mushrooms
  molly ~1 went/and/ringwald/malone/weasley/brown/said/sang/sings/says/is_my/came/called/lives/told/loves/smiled/mcguire/laughed/ran/jones/hatchet/was/has/got_married/cried/waited/danced
  miss/aunt/sister/good_golly/cousin/my_friend/my_sister/little/sweet/unsinkable/dear/my_daughter molly
  ecstasy ~1 of_the/to/of/in_your/in_her/and_agony/divine/religious/saints
  pure/sheer/agony_and/in/holy/religious/sweet/divine ecstasy !pills
  bong ~4 bell/church/clock/ben
  plug it_in/in_the_lamp/in_my_phone/in_the_amp/in_your/the_lamp/the/socket/your/hole/pull
  trap/trapped/trapping ~1 door/in_an/in_a/in_my/in_the/music/beat/beats/set/mouse/bear/set_a/drum/drums/queen_hat/a_raccoon/bunny_bunny/snare
  mouse/booby/tourist/thirst/sand/lobster/death/bear/speed/fell_into_a/into_the/set_a/steel/parent trap
  push/pushed/pushing/pushes ~1 cart/limits/limit/button/buttons/up/ups/luck/weight_off/stroller/envelope/off/past/weights/lawn/lawnmower/broom/pedals/paper
  lift/lifting/lose/losing/gain/gaining/gained/lost/put_on/dead/feather/carry/bench/body/heavy/paper/pull_your/throw_his/throw_my weight/weights
  move/moving/moved ~1 weight_off/keys_to/pack_up/rocks_from/that_rock/the_rock/work/to_a/the_pack/out
  homeroom/home/house/school/field/hard/class/team/art/foot/at/to/after/from/leg/net/frame/before/good/dirty/that/life's work
  work out/out_of_it/hard/harder/it_out/in_progress/song/day/shop/place/bench/things_out/of_art/it
  cook/cooking/cooked/whip/whipping ~2 dinner/breakfast/kitchen_with/mama/meal/food/lunch/rice/beans/eggs/chicken/pasta/steak/soup/grits/stew/curry/with_mama/out/book/something_up/turkey/with_love/with_gas
  candy/chocolate/granola/snack/gold/crow/space/soap/salad/protein/mars/coffee/milk/sixteen/spitting/spit/write/my/tiki/karaoke/phone_has/behind/dive/two/eight bar/bars !of_xanax !xan !xans
  double cup/cups of/a ~2 sugar/coffee/tea/flour/soup/milk/espresso/rice
  trip/trips/tripping/tripped ~1 to/on_the/over/down/up/home/through/around/the_light/wire/advisor/on_my/of_a_lifetime/out_to/on_my_laces/on_that_step/me_up/you_up !acid !shrooms !lsd !dmt
  road/field/day/ego/guilt/round/business/weekend/camping/boat/ski/power/bus/plane trip/trips
  stoned wall/walls/to_death
  stone cold
  baked ~1 potato/potatoes/cake/beans/alaska/bread/goods/ham/apple/pie/cookies/ziti/in_the_oven/in_the_sun/fresh/good
  fresh/half/home/sun/oven/twice baked
  faded jeans/denim/photograph/photographs/photo/away/blue/out/picture/memory/memories/ink/light/letters/shirt/glory/to_black/levis/paint/love
  lit ~1 candle/candles/up/room/match/fire/city/lamp/christmas/a_candle/the_candle/class/by/sky/stage/window/fuse
  chronic ~1 back/pain/illness/fatigue/disease/condition/liar/case/heartache/sleeper/cough/problem/insomnia/boredom/stress/pain/worrier
  mary jane ~1 shoes/shoe/watson/parker/blige/last/girls/rottencrotch
  mary/bloody jane/mary watson
  bowl/bowls of ~1 soup/cereal/rice/fruit/chili/cherries/ice/oatmeal/gumbo/petunias/salad/ramen/grits/noodles/water
  super/salad/rose/fish/dust/mixing/goldfish/sugar/cereal/toilet/soup/hollywood bowl
  dab of ~1 paint/butter/cream/glue/perfume/ranch/mustard/hair/cologne/ketchup/sauce
  pipe ~1 organ/dream/dreams/line/down/under/cleaner/cleaners/fitter/wrench/in_the/burst/leak/leaks/up
  bag/wind/drain/tail/exhaust/water/sewer/peace/stove/lead/uncle's/grandpa's/grandfather's/tobacco/wood/sherlock's/corncob/plumber's pipe/pipes
  backwoods of/in/road/country/creek/cabin/town/boy/church
  fix/fixed/fixing ~1 car/sink/it/heart/house/this/hair/roof/bike/you/me/problem/dinner/everything/my_crown/your_face/a_plate/that/up/in_the_mix/the
  dope ~1 beat/beats/song/track/flow/rhyme/rhymes/show/shoes/line/lyrics/outfit/moves/shit/tune/ride/whip/crew/style/jacket/idea/and/as/album/artist/art/movie/than/kicks/hook/hooks/to_me/design/emcee/mc/dj !off !in_his_arm !fiend
  so/pretty/kinda/real/straight/super/beat_is/that's/thats/track_is/is/you're/youre/you_are/looking/looks/sounds/was/too/how/she's_so/most/always/ultra/i'm/im dope !sick !off !in_his_arm !fiend !needle !boy !boys !dealer
  hooked on ~1 a/you/phonics/crosswords/your/love/music/feeling/books/chess/this/that/tv/games/sugar/coffee/running/fishing
  addicted to ~1 you/love/your/chess/work/music/this/shoes/him/her/coffee/money/success/the_game/chocolate/winning/shopping/pain
  overdose/overdosing/od on/of ~1 love/you/your/chocolate/confidence/cheese/sunshine/sugar/caffeine/tv
  drug/drugs store/stores/war/test/free
  love/you're/youre/your_love ~2 drug
  mud/dirt in/on ~1 my/your/the/his/her ~1 boots/eye/eyes/shoes/tires/face/hair/name/yard/tracks/toes/river
  purple rain/heart/hearts/mountain/mountains/people/sky/skies/dress/flowers/robe/crayon/sunset/hat/cow
  syrup on/and/for/pancakes/waffles
  maple/corn/chocolate/simple/cough/pancake/strawberry/caramel/golden/cherry syrup
`;
