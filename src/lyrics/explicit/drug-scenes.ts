import type { Scene } from './scene.ts';

/** What is told of taking, making and trading illegal drugs. Written for this project. */
export const DRUG_SCENES: readonly Scene[] = [
  {
    kind: 'drugs',
    severity: 'strong',
    unless: ['SOBER'],
    phrases: `
      HARD
      cocaine/heroin/meth/fentanyl/mdma/lsd/ketamine/crack_cocaine
      spliff/spliffs/bong/bongs/doobie/doobies/ganja/marijuana/cannabis/reefer/kush/sensimilla/marihuana/reefers/doob/zaza
      blunts
      crack !of !in !a !up !the !me !open cocaine/rock/rocks/pipe/head/heads/house/houses/spot/baby/babies/fiend/fiends/dealer/dealers/vial/vials/whore/den/smoke/smoker/smokers/addict
      crackhead/crackheads/crackhouse/dopefiend/dopefiends/dopehead/cokehead/cokeheads/methhead/methheads/basehead/baseheads/pothead/potheads/stoner/stoners/junkie/junkies/junky/smackhead/smackheads/druggie/druggies/pillhead/tweaker/tweakers/bando/bandos/freebase/freebasing/shooting_gallery
      nose candy
      bag/bagging/bagged it up ~2 sell/sold/flip/serve
      kilo/kilos/bricks ~2 under/inside/across/floor/floorboards/wall/walls/border/tire/tires
      kilos in/on/under/to/from/by/off/at/through
      pills/weed/dope/coke/drugs/crack/xans/percs/molly/acid for sale
      hash smoke/pipe/oil/joint
      papers/rizla/lighter/grinder ~3 weed/green/kush/bag/herb/hash/bud/trees
      red/bloodshot/low eyes ~4 smoke/hash/weed/joint/blunt/high
      smoke/hash/weed/joint/blunt/high ~4 red/bloodshot/low eyes
      serve/serving/served it/them/rock/rocks/that ~3 corner/block/fiends/porch/hood/trap
      bump/bumps/key/keys/line/lines of ~1 ketamine/molly/speed/adderall/special_k/k
      take/took/taking/ate/eating/dropped/dropping ~1 acid/shrooms/ecstasy/mdma/lsd/mushrooms ~3 festival/party/concert/club/beach/woods/forest/rave/friends
      molly water/world/pops/caps/trip/high
      drop/dropping/dropped/pop/popping/popped/rolling/took/take/on ~1 e ~3 club/rave/night/dance/rolling/party
      sniff/sniffing/sniffed/huff/huffing/huffed paint/glue/gas/gasoline/markers/aerosol
      stash house/houses/spot
      dope sick
      bag/bagging/bagged ~1 up grams/ounces/dimes/work/weed/crack/dope/nicks/zips
      a/another/one/quick line/bump before/off/after the/a/we/i ~1 show/club/party/set/mirror/toilet/dance
      special k ~3 nose/club/powder/room/line/lines/rave/bump/hole
      roll/rolling/rolled/rollin/light/lit/spark/smoke ~2 fat/fatty/phat one/ones/$/j/jay/boy/boys
      roll/rolling/rolled/rollin ~1 up a/one/some/another ~1 one/fat/phat/fatty/j/jay/$
      puff puff
      puff/puffing/pass/hit/toke ~1 and/then pass/puff
      shoot/shooting/shoots/shot up in ~1 alley/alleyway/bathroom/stairwell/toilet/park/gutter/stall/dark/motel/basement/doorway
      two/three/four/five/six/seven/eight/nine/ten/twenty/thirty/forty/fifty/hundred/hunnid/thousand bricks/kilos/keys/birds/kis/zips/onions/chickens ~1 in/on/out/from/off/of/under/cross/across !gold !cheese !wall !of_gold !oranges !house !coffee
      sip/sips/sippin/sipping/sipped/pour/pouring/poured ~2 purple/lean/drank/mud/dirty/act/wock/wockhardt/tris/syrup/sizzurp/codeine/purp !rain !maple
      poppers/uppers/downers/pills and/with/n pills/poppers/downers/uppers/powders/powder/whiskey/coke/weed
      free base/basing/based
      base/dope/coke/meth/crack/smack/pill head/heads/fiend/fiends/boy/boys/house/houses/whore/whores/addict/addicts
      fiend/fiends/fiending/feenin/feening/fien/feens ~2 for/on/line/outside/waiting/knocking/at/lined/want/begging/buy/rock/hit/high
      trap house/houses/spot/phone/boy_selling
      trap/trapping/trappin/traphouse ~3 out/dope/crack/bando/bricks/packs/fiends/pack/work/weight/bags/weed/pounds/drugs/kilos
      dope/drug/crack/coke/weed dealer/dealers/dealing/lord/lords/runner/runners/money/deal/deals/mule/mules/kingpin/kingpins/cartel/game/trade/spot/spots/pusher/pushers/trafficking/trafficker/stash/smuggler/addict
      double/double_cup/double_cups cup/cups/cupped/cuppin ~4 lean/drank/purple/syrup/mud/dirty/codeine/full/styrofoam/oil/sipping/drip/act
      double cup/cups !of
      purple/dirty/sip/sippin/sipping/sips/sipped/pour/pouring/poured/pourin/sippin_on/cup_of/full_of/cups_of/drinking/drink/drank/fill/bottle ~3 lean/drank/syrup/sprite_dirty/purple_drank/mud/codeine/tris/wock/sizzurp/act/oil/tussin/purp/barre
      dirty/codeine/purple/muddy/pink sprite/cup/cups/soda/fanta/drank/sprite_cup/syrup/lean/styrofoam
      lean in/inside/up/with ~1 my/the/a/his/her/that/double/both/this ~1 cup/cups/sprite/soda/styrofoam/baby/system/bottle/stomach/kidneys
      leaning/leanin/lean off/on ~1 lean/syrup/drank/codeine/xans/percs/molly
      mud in/inside ~1 my/the/a ~1 cup/cups
      SMOKING ~1 up/on/this/that/some/the/my/a/two/all/out/me/of/another/your/our/more/good/big/fat/off/your ~2 GRASS
      LIGHTING ~1 up/on/this/that/some/the/my/a/two/all/out/me/of/another/your/our/more/good/big/fat/off ~1 LEAF
      LIGHTING LEAF
      SMOKING GRASS
      smoke/smokes/smoking/smoked/smokin/puff/puffing/puffin/toke/toking/blaze/blazing/blow/blowing/blowin ~3 WEED/HARD/rock/rocks/crack/crystal/ice/glass/dust/opium/dope/herb/grass/pot/trees/tree/green/greens/bud/za/pack/gas/loud/chronic/purple/cali/gelato/runtz/cookies/og/strain/skunk/haze/oil !cigarettes !salmon !meat !of_cigarettes
      high/stoned/lifted/zooted/baked/fried/faded/zonked/loaded/lit/geeked/geeking/rolling/tripping/trippin/tweaking/tweakin/nodding/wired/coming_down/noddin/twisted/blazed/rollin/floating/buzzing/spun/wavy/numb/sick off/on/from/by ~3 WEED/HARD/drug/drugs/dope/pills/pill/molly/acid/shrooms/mushrooms/ecstasy/crack/coke/crystal/speed/lean/drank/x/e/gas/loud/glue/smoke/powder/dust/smack/xan/smoking/pot/grass/that/edibles/substances/something
      GETTING ~1 so/too/hella/really/super/real/mad/both/all/kinda/always/still high/stoned/zooted/blazed/geeked/geekin/lifted !on_your !on_my !on_life !on_love !on_jesus !school !five !in_the_sky !above !up !marks !on_you !score !scores !grades !enough !as_the !off_your !off_love !on_god !and_dry !off_you !off_my !ratings !fever !in_demand !hopes !speed !over !tide !stakes !heels !tech !quality !standards
      get/gets/got/getting/gettin/gotten/stay/stays/staying/stayed/im/were high/stoned/zooted/blazed/geeked/lifted/faded_off ~1 !on !off !school !five !in !above !up !marks !score !scores !grades !enough !as_the !and_dry !ratings !fever !over !tide !stakes !heels !tech !quality !standards !into !to !when_you !notes !water !that !for_me !we_can_touch !spirits
      get/gets/got/getting/gettin/stay/staying/so high on/off/from/with/in my/that/some/this/the ~1 SUPPLY/supply/smoke/fumes/couch/roof/basement/bathroom/friends/friend/boys/homies/car/parking/crew/whip/studio/gas
      high as/like ~1 fuck/hell/kite/giraffe/plane/satellite/gas/hell/shit/astronaut
      high/stoned/baked/tripping/faded out ~1 my/your/his/her/their ~1 mind/skull/brain/head/gourd
      high/stoned right_now/again/every_day/all_day/everyday/before_class/at_work/before_school/before_work
      stoned/zooted/blunted ~1 $/again/and/all/before/at/in/every/with/since/out/as/on
      red/bloodshot/glassy/low eyes ~4 weed/high/thc/smoke/stoned/blunt/kush/visine
      eyes ~1 red/low/bloodshot/chinky ~3 weed/high/smoke/stoned/blunt/kush/smoking/chronic/dope/rolling
      SNORTING ~1 up/off/some/a/the/that/my/two/three/four/another/more/lines_of/line_of/all/pure/of ~2 POWDER !dancing !dance !of_work
      SNORTING POWDER !dancing !dance !man !line
      sniff/sniffs/sniffing/sniffed/snort/snorts/snorting/snorted/sniffin/snortin ~3 coke/blow/powder/line/lines/glue/dust/crystal/snow/white/pills/off/rail/rails/bump/ket/adderall/crack/dope
      do/does/did/doing/cut/cutting/chop/chopping/bump/bumping/another/thick/fat/fresh/big/blow/hit ~1 a/some/two/three/four/up/of/few/the/them lines/line/bump/bumps/rails/rail ~2 off/in/on/of/up/with/before/mirror/bathroom/and/toilet !dance !dancing !for_you !at_the
      line/lines/bump/bumps/rail/rails/key/keys of ~1 coke/cocaine/blow/powder/white/ket/speed/snow/coca/k/yay/dust/meth/adderall/crystal/molly/pure/snort
      up/in/inside/through/out/down my/your/his/her/their/the/that ~1 nose/nostril/nostrils/nostrils ~1 !ring !bleed !running
      powder/coke/blow/snow/white/dust/cocaine ~2 on/up/in/under/around/off ~1 my/his/her/the/your/their/a ~1 nose/nostril/mirror/nostrils/gums/glass_table/upper_lip/razor/toilet/dollar
      nose/nostrils ~2 full/numb/bleeding/runny/white/powdered/powdery ~3 powder/coke/white/snow/blow/cocaine/jaw/lines/drip
      coke/cocaine/powder/blow and/with hookers/bitches/strippers/baking/rifles/champagne/whores/pills/guns
      hookers/strippers/bitches and coke/blow/cocaine/drugs
      coke in/on/up/to ~1 table/mirror/bathroom/kitchen/trunk/nose/tray/stash/house/bag/spoon/stove/pot/spare
      coke/blow/snow/powder ~1 by_the/per/wholesale/uncut/from ~1 kilo/gram/ounce/key/brick/colombia/pound/peru/bolivia/mexico/medellin
      uncut/raw/pure/powdered/colombian/peruvian/bolivian coke/cocaine/white/snow/powder/dope/flake/blow/fishscale/raw
      POPPING ~1 a/the/some/my/two/three/four/five/half/them/that/another/all/of/up/too/too_many/these/ten/more/few/couple/six/handful/for/every ~1 perc/percs/xan/xans/molly/mollies/bean/beans/percocet/percocets/xanax/pill/pills/ecstasy/oxy/addy/addys/perky/adderall/e/x/thirty/downers/uppers/roxy/perky/tab/tabs/shrooms/mushrooms/e_pills/pingers/skittles_and/skittle/ritalin/valium !for_my !doctor !vitamin !headache
      POPPING perc/percs/xan/xans/molly/mollies/percocet/percocets/beans/xanax/ecstasy/oxy/pills/pill/addys/perkys/bars_and/adderall/tabs/shrooms/mushrooms !for_my
      pill/pills ~3 popped/popping/high/numb/wine/liquor/face/xan/henny/addicted/nightclub/stash/baggie/liquor/booze/vodka
      pills/pill and/with wine/liquor/potions/powder/weed/lean/henny/drank/booze/blow/coke/percs
      molly/mollies in/inside/up/off/got/for/with/and ~1 my/her/the/his/your/a/me/champagne/percocet/henny/percocets/percs/weed/lean ~1 !went !sing !sang !said !brother
      popped/popping/pop/popper/on/rolling_off/sweating/off/some/took/drop/dropped ~1 a/that/the/some/this molly/mollies
      rolling/rollin/peaking/coming_up/dancing off/on/at ~1 molly/ecstasy/e/x/mdma/pills/rave
      ecstasy ~2 pill/pills/tab/tabs/rave/dealer/rolling/dropping/popping/tablet/tablets/club/at_the_rave
      acid/lsd ~1 tab/tabs/trip/trips/trippin/tripping/tongue/blotter/house/hit/on_my_tongue/flashback/flashbacks
      drop/dropped/dropping/droppin/take/took/taking/tripping/trippin/trip/trips/on/hits/tab/tabs/sheet/sheets/hit/eating/did/candyflipping/eat ~2 acid/lsd/shrooms/mushrooms/peyote/mescaline/magic_mushrooms !rain !reflux !jazz !test !to_the !soup
      tab/tabs on/under my/your/her/his/the tongue
      bag/bags/eighth/eighths/ounce/ounces/gram/grams/handful ~2 shrooms/mushrooms/acid/molly/weed/coke/blow/dope/powder/crack/kush/drugs/pills/herb/pot/bud/smack/speed/ketamine/hash/loud/yay/raw/haze/white/work
      ate/eat/eating/took/take/tripping_on/brewed ~2 shrooms/magic/mushrooms ~3 god/saw/trip/tripping/walls/colors/woods/forest/universe/desert/trees/melting/moon/talk
      magic mushroom/mushrooms
      shoot/shoots/shot/shooting/shootin up ~1 dope/heroin/smack/again/in/behind/speed/junk/h/between/with/drugs/black/morphine/the_dope/every !the !a !your !his !in_price !in_the_air !in_the_sky
      shoot/shoots/shot/shooting/shootin ~1 dope/heroin/smack/junk/drugs/black_tar/speed ~1 in/into/up/$/with/behind/every/through
      inject/injects/injected/injecting/mainline/mainlining ~3 dope/heroin/arm/vein/veins/drugs/smack/needle/HARD/it/into
      needle/needles/syringe/syringes/spike/rig ~2 in/to/into/up/on ~1 my/his/her/the/your/their/a/that ~1 arm/arms/vein/veins/neck/leg/foot/skin/eye/floor/park/gutter/alley
      needle/needles/syringe/syringes/spoon ~3 smack/heroin/dope/spoon/junkie/junkies/fix/high/ready/lighter/tourniquet/vein/veins/burnt/addict/overdose
      spoon/spoons ~3 lighter/burnt/burn/heroin/dope/needle/flame/cook/bubbles
      track marks/mark ~2 arm/arms/my/her/his
      in/through/chasing/chase/chased my/her/his/your/the ~1 vein/veins/dragon ~2 heroin/smack/dope/poison/drug/$
      chase/chasing/chased/chasin the dragon
      smack in/on/for/and/addict/habit ~2 blood/vein/veins/arm/heroin/needle/spoon/street/streets/corner
      need/needs/needed/needing/get/got/want/wants/for/craving/crave my/a/another/his/her/that/one fix ~3 dope/syringe/needle/dealer/drug/smack/hit/heroin/rock/crack/shaking/sweating/junkie/sick/man/veins
      hit/hits/hitting/toke/puff/pull/drag/smoke ~1 of/off/from/on/the/that/a/my ~1 pipe/bong/blunt/joint/spliff/bowl/crack/vape_pen_thc/weed/dope/chalice/chillum/dab/rig/glass
      crack/meth/glass/weed/hash/dope/hit_the/hits_the/hitting_the/begging/peace pipe/pipes ~1 !organ !dream
      hash/hashish and/in/from/on/oil/brownies/pipe/smoke/brick/plant ~1 !eggs !browns ~2 pipe/balcony/weed/smoke/brick/amsterdam/morocco/spliff/oil/brownies/cup/plug/$
      edible/edibles/brownie/brownies/gummy/gummies ~3 hit/hits/hitting/kick/kicked/kicking/thc/high/weed/stoned/laced/strong/milligrams
      dab/wax/thc/weed/hash pen/pens/rig/cart/carts/gummies/gummy/brownies/oil/rigs/vape
      thc/420/four_twenty/hotbox/hotboxing/hotboxed/wake_and_bake
      wake/woke n/and/up bake/baked/smoke/blaze/blunt/high
      roll/rolling/rolled/rollin/twist/twisted/twisting/spark/sparking/sparked/light/lit/lighting/face/faced/facing/pass/passing/passed/blaze/bun ~1 up/another/a/the/that/me/some/one/it/this/my/dat/two ~1 spliff/blunt/joint/jay/weed/l/j/doobie/dutch/swisher/backwood/wood/woods/dutchie/zoot/fatty/blunts/joints/swishers/backwoods/tree/trees/kush/loud/dope/herb/bud/splifs/za/spliffs/ounce/zip/eighth/pre/indo/chronic/bone/papers
      blunt/blunts/joint/joints/spliff/weed/zoot/doobie/backwood/swisher ~3 lit/burning/burnin/lighter/smoke/smoking/rolled/rotation/rolling/passed/high/ashtray/lungs/dipped/laced/ash/ear/air/after/fat/hand/lips/mouth/tight/hennessy/henny/coughing/cough/weed/loud/kush/zips !knife !custody !account !edge !force !object
      fat/phat/long/big/laced/wet/fire/another ~1 blunt/joint/spliff/doobie/jay/zoot/swisher !edge !knife !force !account !venture
      weed/blunts/kush/chronic/marijuana/ganja/loud/dope/reefer/pot/grass/herb ~1 smoke/smoker/smokers/smoking/head/heads/dealer/plug/plant/plants/brownies/bag/pipe/habit/addict/farm/crumbs/grinder/leaf/stash !garden !wacker !luck !belly !roast
      weed
      on/hit_the/love_that/sell/sold/sellin/selling/cook/cooked/cookin/smoke/smoked/smokin/smoking/snort/slang/slinging/bag_of/rocks_of/addicted_to crack !of !house_joke !jokes !up
      sell/sells/sellin/selling/sold/buy/bought/sniff/snort/blow_by_the blow/blow_for
      blow/coke/snow/pill dealer/dealers/habit/plug
      sprinkle/spill/spilled/drop/dropped/cut/cutting/weigh ~1 coke/blow/cocaine/yay
      weed in/on/for/by/from/like/got/and/all/so/with/me ~1 the/my/a/her/his/lungs/stash/drawer/bag/air/backpack/trunk/closet/grinder/whip/ounce/pound/sock/table/liquor/drinks/henny/alcohol/coke/money/pills/bitches/hoes/wine/brain/system/pocket/plane/day ~1 !garden !bed !driveway !lawn !yard !cracks !beds !crack !path
      MEASURE of/o ~2 weed/pot/kush/coke/cocaine/crack/dope/heroin/blow/snow/white/powder/loud/za/gas/hash/dro/haze/yay/smack/meth/crystal/bud/herb/grass/chronic/green/raw/yola/molly/acid/drugs/work/og/zaza/speed/ketamine/mushrooms/shrooms/sour/purple/lean/mud/drank/tree/trees/fishscale/perico/hard/soft/caine/dust !garden
      brick/bricks/kilo/kilos/ki/kis/keys/pounds/birds/bales of/o white/coke/snow/raw/yay/work/blow/soft/powder/green/pure/that
      brick/bricks/kilo/kilos/birds/kis/pounds/bales/onions/chickens ~2 in/across/through/from/under/over/off/out/to ~2 trunk/border/mexico/colombia/customs/floorboard/miami/wall/walls/tire/airport/cartel/state/states/boat/peru/cali/bando/hood/mattress/coast/stove/plug/spot/van/juarez/sinaloa
      half/whole/quarter/pound/zip/hundred/thousand ~1 a/of/kilo/brick/ps/pounds/packs/bricks/kilos/zips ~1 brick/key/kilo/ki/p/za/weed/zaza/gas/gelato/loud
      DEALING ~1 up/the/that/some/my/a/two/off/out/all/them/more/half/his/her/this/our/your/these/dat/whole/in/hard/with/through/ten/on/over/to/out_of/hundred/fifty/every/of/by/first ~1 crack/coke/dope/kilo/kilos/ki/drugs/drug/bricks/brick/weed/cocaine/heroin/meth/narcotics/fentanyl/ounces/molly/xans/percs/yay/yayo/zips/yola/birds/pounds_of/fiends/fiend/junkies/smokers/addicts/kush/product/reefer/eightballs/bundles/dimes/ecstasy/acid/marijuana/contraband/onions/raw/caine !cola !screen !house
      DEALING crack/coke/dope/kilos/drugs/bricks/weed/cocaine/heroin/meth/narcotics/yay/yayo/fiends/junkies/molly/xans/percs/weight/packs/pounds/work/rocks/dimes/nickels/zips/o/ps/nicks/birds/base/loud/onions/blow/caine/pies/halves/quarters/chickens/kush/ounces/keys/hard/poison !at_the !gym !to_the_gym !on_the_bench !out !hard
      push/pushing/pushin/pushed/move/moving/movin/moved/sling/slinging/slangin/slanging/sell/selling/sold/trap/trapping ~1 that/the/my/some/dat/serious/major weight/work/pack/packs/rocks/snow/white/base/powder/dope/keys/pounds/crack/hard/yay/ice/crystal/green/o/poison/p !gym
      flip/flips/flipped/flipping/flippin/turn/turned/stretch/stretched ~1 a/an/the/one/that/my/half/whole/some/two/them ~1 ounce/pound/brick/kilo/bird/key/eighth/ki/zip/pack/bricks/ounces/pounds/eightball/quarter/gram/o/work/packs/onion
      cook/cooks/cooked/cooking/cookin/whip/whips/whipped/whipping/whippin ~1 up/the/that/some/a/it/my/this ~1 crack/coke/dope/work/meth/yay/base/rock/rocks/brick/bricks/cocaine/heroin/drugs/white/hard/raw/batch_of_meth/pack
      pyrex ~4 whip/pot/work/coke/crack/dope/cook/wrist/white/stove/bowl/stirring/fork/$
      whip/whipping/wrist/stir/stirring ~4 pyrex/stove_coke/baking_soda
      baking/arm soda ~4 pot/coke/crack/cocaine/pyrex/dope/work/stove/whip/cook/hammer_and
      coke/cocaine/crack/dope ~4 pot/stove/baking/soda/pyrex/microwave/kitchen/scale/spoon/whip/trunk/stash/safe
      work ~4 pyrex/stash
      the/that/this/some work ~1 in/on/inside ~1 pot/stove/baking/pyrex/microwave/kitchen/scale/whip/trunk/stash/safe
      triple beam/beams/scale
      scale/scales/digital ~3 weed/dope/coke/crack/grams/baggies/work/weigh/ounces/pounds/triple
      bag/bags/baggie/baggies/dime/nickel/dimebag/dub ~1 up/bag/bags/sack/sacks/of/full ~2 dope/crack/work/coke/weed/rocks/powder/$/corner/on/white/kush/green/pills/in
      dime/nickel/dub bag/bags/sack/sacks/rock/rocks
      crack/coke/dope/weed/rocks/drugs/pack/work/heroin/stash/baggies/xans/percs/ounce/ounces/gram/grams/pounds/pills ~1 in/inside/under/on/up/down ~1 my/his/the/her/your/their/a ~1 sock/socks/stash/trunk/crib/attic/mattress/drawers/glovebox/backpack/ass/closet/cheeks/safe/locker/crotch/bra/house/wall/walls/spot/system/underwear/floorboards/basement/garage/bag/shoe/corner !wall_of !street_crack
      sell/sold/selling/sells/sellin ~1 my/his/her/a/the/some/that/this ~1 first/last ~1 gram/ounce/pack/rock/brick/dime/bag/pound/zip/eightball/stone/kilo
      on/hit/hitting/hugging/work/working/posted ~2 corner/block ~3 crack/dope/rocks/work/weed/drugs/fiends/selling/slinging/dealing/dimes/slangin/packs/sling/serve/coke/rock
      serve/serves/served/serving/servin fiend/fiends/the/my/them/junkies/smokers/dope ~1 fiends/fiend/junkies/block_crack/smokers/hood_dope/clucks/$
      plug ~3 pack/packs/bricks/dope/weed/za/coke/work/gas/pounds/kilos/connect/mexico/price/molly/loud/drop/dropped/shipped
      pack/packs ~1 touch/touched/touching/landed/landing/came/gone/loud/dope/gas/sold/smell/smelling/reek/just_landed/gone/stink !wolves !your !bags
      that/loud/the/gas/smoking/smokin/opp ~1 loud/gas/pack pack/packs
      off/on/do/does/doing/did/done/take/takes/taking/took/using/use/uses/used/abuse/abusing/sell/selling/sold/sells/dealing/buy/buying/bought/move/moving/mixing/mix/snorting/more/all/hard/good/some/these/the/them/with/and/popping/push/need/love/want/sex/party/stash/full_of/addicted_to/hooked_on/shot/get/got/had/crave/craving/run/running ~1 the/of/hard/some/these/my/them/those/too_many/every/all/on/that/any/more drugs/narcotics/substances/substance ~1 !store !war !test !free !are_bad !counter
      drug/drugs ~1 habit/dealer/dealers/deal/deals/addict/overdose/lord/binge/bender/money/game/spot/runner/in/on/all/party/parties/fiend/fiends/cartel/stash/and ~1 sex/money/guns/alcohol/bitches/hoes/hookers/system/body/blood/brain/$/pocket/table/stash/street/streets/liquor/violence/women/under/backpack/from/at/with/since
      overdose/overdosed/overdoses/overdosing/od ~1 on/in/off/from/at/again/by/last ~3 !love !caffeine !you !chocolate
      hooked/strung/strung_out/addicted/dependent on/to/out ~2 HARD/crack/dope/smack/coke/speed/drugs/pills/lean/weed/crystal/glass/powder/junk/percs/heroin/syrup/again
      strung out
      withdrawal/withdrawals/detox/cold_turkey ~3 dope/heroin/percs/lean/pills/xans/shaking/sweating/sick
      angel dust
      purple drank
      sticky icky
      bath salts high/on/off/smoke/snort
      speed ball/balls
      eight ball/balls of/coke/in/weed/crack/nose/snort
      crystal meth/lab
      meth lab/labs
      black tar/heroin tar/heroin/dope
      purple/grape/girl_scout/sour/og/white/granddaddy/gorilla/alaskan/lemon/blue haze/kush/diesel/widow/glue_4/cookies_weed/purp/thunder_fuck !rain
      lace/laced/lacing/lacin/dip/dipped/spike/spiked/sprinkle ~3 blunt/joint/weed/with ~3 coke/pcp/crack/fentanyl/molly/acid/dust/wet/drug/drugs/roofies/lean/hash/angel/opium/cocaine/embalming
      pcp/dust/wet/sherm/embalming ~3 cigarette/blunt/joint/lungs/stick/dipped/crazy/fluid
      trip/trips/tripping/trippin/tripped ~3 balls/shrooms/acid/lsd/dmt/mushrooms/peyote/walls_melting/psychedelics
      chronic in/and/smoke/up/on/by/burning/all/bag ~2 !pain !fatigue !illness !back ~2 ashtray/lungs/air/henny/gin/blunt/juice/bag/smoke/car/eyes
      half/mind/brain/head ~2 gone/fried/numb ~2 off/from/on ~1 drugs/pills/percs/lean/coke/xans/molly/weed
      smuggle/smuggled/smuggling/traffic/trafficking/trafficked/mule/muling ~3 kilos/drugs/coke/bricks/weed/pounds/dope/cocaine/heroin/border/weight
      grow/grows/growing/grew/plant/planted ~3 weed/marijuana/kush/ganja/opium/coca/cannabis/hydro/pot !of_gold
      poppy/poppies ~3 heroin/opium/dope
      mary jane ~3 smoke/lungs/roll/rolling/burn/burning/high/hit/blunt/puff/love/papers/lighter/rizla
      smoke/smoking/roll/rolling/puff/puffing/burn/hit/blaze/kiss mary/on_mary/some_mary jane
      mind/brain/lungs on/full_of ~1 smoke/weed/dope/drugs/acid/chronic
      dope ~1 boy/boys/man/fiend/fiends/sick/house/spot/game/money/bag/needle/head/heads/stash/pusher/dealer/in/on/to/by/from/and ~3 wall/walls/sock/arm/veins/vein/corner/block/spoon/pot/needle/trunk/kilo/pound/stove/coke/crack/stash/$/floor/kitchen/cut/guns
      got/getting/on/shot/shooting/doing/selling/pushing/cut/cutting/smoking/do/nodding/using/some_good/off/for/buy/bag_of/brown ~1 off/on/the/that/some/up dope ~1 !beat !beats !track !flow !song !rhymes !shoes !moves !outfit
      coke/cocaine/heroin/crack ~2 habit/addiction/problem/high/binge/rush/withdrawal/nose/bender/smuggler
    `,
  },
  {
    kind: 'drugs',
    severity: 'mild',
    phrases: `
      HARD
      drug/drugs/weed/stoned/stoner/overdose/overdosed/addict/addicts/junkie/junkies/dope_dealer/narcotics/crackhead/marijuana/cannabis/ganja/heroin/cocaine/meth/rehab/kush/spliff/bong/reefer/blunts/hashish
      high on/off
      smoke/smoking/smoked a/cigarettes/some/cigarette
    `,
  },
];
