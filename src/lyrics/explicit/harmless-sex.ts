/** Phrases in which words of sex tell of none. Notation: `scene.ts`. */
export const HARMLESS_SEX = `
  the ~1 fair/fairer/opposite/gentle/gentler/weaker/stronger sex
  same/opposite sex
  naked ~1 flame/flames/eye/truth/bulb
  sixty nine cents/dollars/miles/bucks/degrees/years/percent/days
  virgin coconut/olive_oil/oil
  blow/blew me a/kisses/away/up/down/over/off
  kiss/kissed/kissing/kisses ~2 cheek/cheeks/forehead
  nude lipstick/heels/lip/polish
  virgin cocktail/wool/margarita/colada
  erection of
  pirate's/pirates/pirate booty
  horny toad/toads
  make love not_war
  give/gives/gave/get/got/good/cool/level ~2 head on/start/strong/space/held/in_the_game/above/up/clear
  ride/rides/riding/rode ~1 my_bike/bike/bus/horse/horses/train/wave/waves/home/with_me/around/or_die/through/out/by/for/on/shotgun/along/into/to/with_us/the_bus/the_train/the_wave/a_horse/skateboard/bicycle/motorcycle/lawnmower/pony_at/down/round/the_beat/beat/past/on_the/elevator/escalator/storm/lightning/scooter/bull/roller/rails/the_lightning/up !enemies !opps !dick !my_face !it_till !me !my_opps !my_enemies !your_face !his_dick
  come/came/comes/coming ~1 inside ~1 and/for/now/the/from/its/out/to/cold/rain/dinner/my/before/sit/take_off/have/it's/here !me !her !you
  suck/sucks/sucking/sucked/lick/licked/licking ~1 lollipop/lemon/up/thumb/straw/candy/wounds/finger/fingers/spoon/bowl/plate/envelope/stamp/popsicle/to_be/at/envelopes/flame/dust/in/chicken/ice/orange/sauce/jawbreaker/blow_pop/frosting/cone/toes_in/mint/rib/ribs
  eat/eats/ate/eating ~1 vegetables/it_while/while/dinner/lunch/heart_out/your_heart_out/cake/food/crow/pray/good/my/your/dust/alive/at/out_tonight/out_at/rice/me_alive/breakfast/up_the/healthy/well/together/pussycat_pancakes !pussy !ass !kitty !me_out !you_out !booty !coochie !cookie
  bang/bangs/banged/banging/bangin ~1 drum/drums/door/theory/head/gavel/pots/on/my_head/your_head/a/for_your_buck/the/pans/piano/heads/table/system/bass/trunk/beat/speakers/bling !her !him !out !you !his !the_nurse !the_maid
  big bang/banger
  screw/screws/screwed ~1 lid/driver/in/cap/top/bulb/light/loose/on/tight/the/up/drivers/cork/board/the_lid/into/it_in/ball/into_place
  cork/loose/wood/turn_of_the/phillips/dj/few/wing/thumb screw/screws
  nuts/nut and bolts
  nut/nuts ~1 bolts/bolt/for/about/allergy/shell/cracker/job/house/over/case/butter/bread/milk/in_the/meg/tree
  donut/pea/walnut/coco/chest/wal/wing/macadamia/going/go/went/mixed/pine/lug/brazil nut/nuts
  bust/busted/busting ~1 a_move/moves/rhyme/rhymes/my_back/out/chops/your_chops/stone/of/drug/down/loose/the_door/door/grape/flat/windows/that_grape/knee/lip/my_ass/through !nut !nuts !cap !shots !cap_in !that_nut !in_her
  wet ~1 from/rain/paint/floor/behind/blanket/shoes/socks/suit/willy/hair/dog/cement/grass/clothes/willies/wipe/sand/weather/t/willie/wipes/towel/street/streets/with_tears/noodle/in_the_rain/nose/land/market/and_cold/nap !pussy !thighs !panties !for_you
  rain/dripping ~2 wet ~2 from/in ~1 rain/storm/sea/pool/shower/river !pussy
  hard ~1 to/work/way/worker/times/time/headed/hearted/knock/drive/day/copy/luck/rock/pill/hat/boiled/life/cover/candy/cider/core/lesson/rain/wood/ball/truth/on_myself/on_me/on_you/feelings/sell/bargain/shell/cheese/water/floor/place/earned/for_the_money/for_the/for_my_family/for_it/for_my/for_this
  work/works/working/try/tries/trying/goes/go/went/hits/studied/hustle/grind/think/play/ball/ride/pray/prayed/worked/laugh/laughing/fall/fell/cry/fight/fought/push ~1 hard/harder ~1 !for_you !in_my_jeans !in_you !inside
  head/brain/top ~1 of/coach/start/office/first/held/to/notch/dog/floor/gun/ten/shelf/hat/secret/soil/coat/model/dollar/teacher/line/wind/strong/quarters/stone/storm/power/surgeon/cells/waves/freeze
  gimme/give/gave/gives/get/got/getting me/him/her/you/us ~1 a ~1 hand/break/call/ride/head_start/heads_up/headache/lift/brain_freeze/headrush/brain_teaser/cold
  down on ~1 my_luck/luck/main/the_farm/the_corner/the_elevator/the_bench/one_knee/myself/you_for/the_street/the_ground/business/the_floor/the_bayou
  on/down_on/to my/our/his/her/your knees ~2 praying/pray/begging_you/begging_please/prayed/lord/god/jesus/thanking/and_pray/to_pray/proposing/scrubbing/in_church/beg/please_god/weeding/at_the_altar/scraped/in_prayer
  on my/your/her/his knees to/and/in/before/at ~1 pray/prayer/god/altar/propose/lord/scrub/beg/church/the_lord
  spread/spreads/spreading ~1 wings/butter/love/word/news/sheet/jam/joy/peanut/out/rumors/lies/truth/gospel/germs/like/thin/eagle_landed/your_wings/the/too/my_wings
  on top of ~1 the/my/that/it/everest/old/spaghetti/a/things/world/game/charts/mountain
  naked ~1 eye/truth/trees/mole/gun/juice/chef/tree/ape/branches/soul/ambition/lady/economist/dna
  stark/buck/bare naked ~1 ladies/trees/truth/branches
  strip ~1 paint/mall/of_land/club_closed/poker/away/search/steak/mining/down_the/of/malls/the_paint/the_wallpaper/bed/comic/wood/lighting
  comic/vegas/sunset/film/gaza/landing/air/drag/rumble/led/outer/new_york/ribbon/bacon/the_vegas/the_sunset strip/strips
  tongue ~1 tied/twister/twisters/in_cheek/and_cheek/depressor/lashing/of/out/speaks/sharp
  chicken/turkey/robin/grilled/duck/double/single breast/breasts/breasted/red
  breast ~1 cancer/of/stroke/pocket/plate/feeding/milk/fed/bone/feed/of_chicken
  chicken/turkey thigh/thighs/breasts
  sex ~1 and_the_city/ed/education/of_the/is_the_baby/pistols/change/appeal/pistol/discrimination/symbol/of_the_baby/of_the_kitten/panther/sells
  what/which/same/opposite/the_fairer/fair/weaker/the/gentle/safe sex ~1 is_the/of/marriage/couple/is_it !tape !toy
  virgin ~1 mary/islands/olive/snow/atlantic/records/wool/forest/birth/mojito/river/airlines/territory/megastore/soil/queen/daiquiri
  blessed/extra virgin
  john_lee/rugby/tj/bell hooker/hookers
  hooker valley/furniture/telescope/headers
  hot/steamy/cold/sticky wax/rice/bun/mess
  thong/thongs ~1 song/sandals/flip
  between/spread/left_right/run/shake ~1 my/your/chicken legs/wings/thighs ~1 tired/running/run/hurt/ran/dog/table/ache/are_tired/weak
  sleep/slept with ~1 the_fishes/fishes/one_eye/the_light/a_light/teddy/socks/angels/lights/my_teddy/a_nightlight/the_lights/the_tv/a_gun
  turn/turns/turned/turning ~1 on ~1 the/a/my/your ~1 light/lights/tv/radio/music/car/heat/lamp/switch/engine/oven/heater/stove/dime
  turn/turned/turning me/you/him/her on ~1 to_jazz/to_books/to_this_band
  finger/fingers ~1 on_the_pulse/crossed/paint/food/painting/tips/print/prints/lickin/nails/snap/in_the_dike/in_the_dyke/puppets/in_the_pie/bowl/to_the_bone/pointing/in_my_ears/picking
  seed/seeds/load/loads/cream ~2 garden/plant/planted/laundry/truck/coffee/cheese/soil/sow/sowed/of_crap/ground/bird/dirt/pumpkin/sesame/apple/corn/cookies/of_wheat/work/bricks/doubt/pocket
  ice/butter/whipped/shaving/sour/face/hand/sun/cold/skin/peaches_and/cookies_and/heavy/strawberries_and/coffee_with/double cream
  kitty/kitten cat/hawk/litter/purrs/hello/fur/toy/meow/carlisle/pryde/paws/whiskers/in_a_basket
  hello/here/savings/penny/stray/little kitty/kitten
  cookie/cookies jar/dough/monster/cutter/cream/crumbs/and_milk
  box/snatch/crown ~1 jewels/of/car/spring/office/set/cutter/victory/defeat
  cut/slice/bit/sliced/burned/burnt/bite/broke/smashed/slammed/hurt/stubbed/pricked/cutting/nicked/jammed/hit my ~1 finger/hand/thumb/tongue/toe/leg/lip/knee/shin/arm/elbow/foot/head/chin/face ~2 !with_a_razor
  cut/cuts/nicked myself ~2 shaving/razor/paper/kitchen/cooking/a_check/a_slice/some
  pull/pulled/pulling ~1 strings/over/through/weeds/it/leg/my_leg/teeth/your_leg/the_plug/hair_back/tooth/aside/rank/off/down_the_shades/prank/wool ~1 !trigger
  skin ~1 deep/care/tight/tone/color/cream/in_the_game/to_skin/of_my_teeth/and_bones/graft
  tear/tears/tore/tearing ~1 in_my_eye/down/up/my_eyes/the_roof/drop/drops/fall/in_heaven/of_joy/it_up/on_my_face/it_down/ducts/apart/from_my_eyes/in_her_eyes/in_his_eyes/down_my_face/roll/dry
  rip/ripped/ripping ~1 off/page/tide/van_winkle/jeans/curl/paper/tags/mic/stage/show/band_aid/it/roof/seam/current
  snap/snaps/snapped/snapping ~1 fingers/chat/back/shot/peas/picture/pic/photo/out/beans/decision/judgment/crackle/up/bracelet/on
  run/runs/running/ran ~1 through/around/into/out/up/a/home/away/hot/the_train/with_me ~1 !him_with !with_the_glock
  chop/chops/chopped/chopping ~1 onions/wood/suey/sticks/up_the_beat/shop/shops/block/liver/trees/vegetables/the_beat/it_up_with/tomatoes/garlic/salad/cheese/sample/samples/screw/and_screwed/firewood/carrots
  pork/lamb/karate/mutton chop/chops
  cap/caps ~1 and/lock/size/gun/bottle/on/gown/backwards/tilted/in_hand/letters/peeled_back/n_crunch
  bottle/night/knee/ball/snow/salary/baseball/ice/polar/screw/mad/swim/all cap/caps
  tip/tips ~1 of/jar/toe/drill/for/waiter/toes/my_hat/the_scales/off/your_hat/waitress/the/well/in_the_jar/bartender
  arrow ~1 through/keys/pointing/flew/bow
`;
