import type { Scene } from './scene.ts';

/** What is told of killing and wounding. Written for this project. */
export const VIOLENT_SCENES: readonly Scene[] = [
  {
    kind: 'violence',
    severity: 'strong',
    unless: ['CRAFT', 'PICTURE', 'CONTEST'],
    phrases: `
      KILL ~1 HIM
      KILL DET ~2 FOLK
      shoot/shot/shooting/stab/stabbed/murder/murdered/murdering/execute/executed/slaughter/lynch/lynched them/em
      KILL them/em/everything all/dead/off/every/one/slowly/in
      tried/trying/tryna/try/wants/want/wanted/plotting/plot/paid to/tryna KILL me
      kill/murder/shoot/stab ~3 kill/murder/shoot/stab
      shoot/ready/aim/paid/trained/born/live/willing/prepared/licensed to kill
      shot/stabbed/executed/lynched/beheaded/strangled/slain/gunned/knifed/beaten/bludgeoned/mowed dead/down/death/twice/times/up
      shot/stabbed/beaten/choked/tortured/burned/burnt/bludgeoned/strangled to death
      shot/stabbed ~2 in/through ~1 FACE/BODY/GRAVE/alley/alleyway/hallway/parking
      got/get/gets/was/were/been/being/be shot/stabbed/lynched/beheaded/tortured/kidnapped/executed/gunned/knifed/shanked
      TAKE ~1 POSS life/lives
      hands/fingers/cord/rope/wire/noose around POSS neck/throat
      SMOKE_HIM opp/opps/ops/rivals/enemies/snitches
      SMOKE_HIM on/the/all/every/any/them/at/up/through opp/opps/ops/rivals/enemies/enemy/snitches/gang/pigs/feds
      opp/opps/ops/rivals/enemies/snitches ~1 get/got/getting/gettin/gets/be/gon/gonna ~2 SMOKE_HIM/KILL/left/packed/shot/spun/done
      opp/opps/enemy pack
      slide/slides/sliding/slid/slidin on/for/through opp/opps/ops/him/HIM/the_opps/them
      slide/slides/sliding/slid/slidin with ~1 switch/FIREARM/stick/chopper
      spin/spins/spinning/spun/spinnin the/a/your/his/their/that/through block/blocks/hood
      block/blocks spin/spinning/spinner
      ride/riding/ridin/rode/drill on my/the/our/all enemies/opps/rivals/foes
      smoke/smoked/clapped/clap/slimed/merked/blasted/blicked/dome/spank/popped/whacked/bodied him/her/HIM/dude
      pop/pops/popping him/her/you/FOLK ~1 up/twice/once/in/on/and/two/three
      clap/clapping/clapped him/HIM/you/FOLK up/out/in
      get/gets/got/getting/be/been clapped/blasted/merked/slimed/flatlined/whacked/wetted
      poke/poked/poking/dip/dipped/wet/wetted/wetting/splash/splashed him/man/HIM up/down/in/with/and
      wetting/dipping/splashing/dippin/splashin man/opps/up
      wet/wetted/chef/cheffed/splash/splashed/dipped HIM up/in/down
      dipped/splashed/cheffed him/man/HIM
    `,
  },
  {
    kind: 'violence',
    severity: 'strong',
    unless: ['CONTEST', 'COOKING'],
    phrases: `
      STRIKE/elbow/knuckles HIM ~2 in/on/across/to/upside/over/between ~1 FACE/ribs/stomach/gut/belly/groin
      STRIKE DET FOLK ~2 in/on/across/to/upside/over ~1 FACE/ribs/stomach/gut/belly/groin
      STRIKE ~2 FOLK/HIM ~3 until/till/til ~3 bleed/bleeds/bled/stop/stops/stopped/dead/dies/died/die/blue/black/unconscious/blood/drop/drops/fall/fell/nose/teeth/cry/cried/cries/breathing/breathe/beg/begs/begged/cold/limp/quit
      STRIKE ~3 teeth/tooth/eyes/eye/lights/brains/brain/block/guts/shit out/off/in/down/loose
      STRIKE/blow/blew/blows/take/took/taking/chop/knock/snatch ~2 head/heads/brains/brain/face/faces/block/dome/wig/top/skull/melon/noodle/cap off/out/back/open/clean/in/everywhere
      BREAK POSS ~1 BONE
      burn/burned/burning/burnt/bury/buried/skin/skinned/boil/boiled ~2 alive
      tortured/torturing/torture ~2 for/in/until/to ~1 days/hours/weeks/cellar/basement/death
      run/ran/running/runs HIM/FOLK over
      acid in/on/to/at ~1 FACE
      STRIKE ~3 out ~1 your/his/her/their mouth/mouths/face
      drown/drowned/drowning/smother/smothered DET ~1 FOLK/kitten/kittens/puppy
      hack/hacked/chop/chopped/cut/rip/tear/tore/ripped HIM/FOLK ~1 to bits/pieces/shreds/ribbons
      BREAK ~2 bone/bones/leg/legs/arm/arms ~1 in/on ~1 POSS
      i'll/ill/ima/imma/gonna/will/gon/finna/gotta cut/slice/gut/shank/stab/shoot/cap/bust HIM !loose !off !some !a !slack !in !out !short
      choke/choking/choked/drown/drowning ~2 own blood/vomit
      set/setting ~1 HIM/FOLK ~1 on fire/flames
      BREAK POSS/my ~1 face/skull/teeth/head/wig in/open/on/against
      CUT POSS ~1 throat/neck/wrist/wrists/ear/ears/tongue/guts/veins/flesh/skin/belly/face/limbs/fingers/hand/hands/balls/jugular/cheek
      slit/slits/slitting/slash/slashed/slashing/slice/cut/cutting my/POSS/the ~1 wrist/wrists/throat/throats/veins/jugular
      CUT ~1 POSS/the/DET ~1 head/heads/hand/hands/finger/fingers/arm/arms/leg/legs/ear/ears/tongue/limbs/eyes/balls off/out
      CUT off ~1 a/POSS ~1 finger/fingers/ear/ears/head/heads/hand/hands/arm/leg/limb/toe/toes
      CUT/chop/saw HIM/FOLK/body/bodies ~1 up/into/in ~1 pieces/half/two/bits/chunks/little/parts/tiny
      CUT/chop/chopped HIM/FOLK ~1 up
      CUT HIM ~1 from ~1 ear/neck/head/throat/belly/limb
      CUT ~2 throat/throats ear/from/and/open/wide
      throat/throats slit/cut/slashed/sliced
      CUT/rip/ripped/ripping ~2 heart/hearts/guts/spine/lungs/eyes/tongue ~1 out ~3 eat/of/chest/feed/and_eat/show/your/his
      rip/ripped/ripping/tear/tore/cut out your/his/her/their ~1 heart/spine/guts/eyes/tongue/throat ~3 eat/feed/show/stomp/hands/with/and
      rip/tear/ripped/tore your/his/her/their ~1 heart/spine/guts/lungs/throat/limbs/tongue out/off
      gouge/gouged/gouging/pluck/plucked/poke/poked/claw/clawed/scratch/stab/stabbed ~2 eye/eyes/eyeballs
      skin/skinned/skinning/flay/flayed/bury/buried/burn/burned/burnt/burning/boil/boiled/cook/roast HIM/FOLK/them ~1 alive
      set/light/lit/setting HIM/FOLK/him/POSS ~1 on/fire/ablaze ~1 fire/ablaze/flames
      douse/doused/pour/poured ~3 gasoline/gas/petrol/acid ~4 HIM/match/FACE/light/burn/face
      burn/burned/burnt/torch/torched ~2 house/crib/home/trailer ~3 with/while/and ~1 HIM/everyone/sleep/kids
      drown/drowned/drowning HIM/FOLK/THEM ~1 in/under ~1 tub/bathtub/river/lake/pool/sink/water/toilet/sea/ocean/acid/own/blood/bucket
      hang/hung/hanged/string/strung/hanging HIM/FOLK/SELF ~1 from/by/up/high/in/on_a/with/off/tonight
      hang/hanged/hung myself/himself/herself/yourself/themselves
      curb stomp/stomps/stomped/stomping
      pistol whip/whips/whipped/whipping/whippin
      stomp/stomped/stomping/beat/beating/stompin HIM/FOLK/him ~1 out/bloody/senseless/unconscious/lifeless/breathless
      stomp/stomped/jump/jumped on POSS ~1 head/face/skull/chest/neck/throat
      beat/beats/beating/beaten HIM/FOLK/DET_FOLK ~2 to ~1 death/pulp/sleep
      beat/beaten/beating/bash/bashed HIM/FOLK/man ~1 up !about !over
      beats/hits/slaps/punches/chokes/beat/beating/hitting/slapped/punched his/her/my/POSS ~1 wife/kids/children/girlfriend/woman/mother/kid/son/daughter/mom/mama/husband !at !by !to !in
      hits/hit/beat/beats/slaps/slapped/punched/punches/punch/slap her/women so/again/when/till/until/because/every/hard/like/for/down/blue/black/cuz
      choke/chokes/choked/choking/strangle HIM/FOLK/him/her ~1 out/till/until/to/with/unconscious/cold/him/while
      hands/chokehold ~1 on/around ~1 throat/throats/windpipe
      smack/smacked/slap/slapped/hit/punch ~3 nose/lip/lips/mouth/eye ~1 bleed/bleeds/bled/bleeding/bloody/busted/split/swole
      jump/jumped/jumping/push/pushed/throw/threw/toss/tossed HIM/FOLK/myself/SELF off/from/out ~2 cliff/roof/rooftop/bridge/balcony/building/ledge/window/overpass
      jump/jumped/jumping/leap/leaped off/from the/a/this/that bridge/roof/rooftop/building/ledge/overpass/cliff_to
      poison/poisoned/poisoning/arsenic/cyanide/lace ~2 POSS/the/in ~1 drink/food/tea/wine/cup/well/soup/coffee/water/dinner
      poison/poisoned/poisoning HIM/FOLK
      kill/killing/hang/shoot/shoots/kills/cut/drown/murder/stab/shot/starve/stabbed/killed/hanging SELF !with !shaving
      end/ended/ending/take/took/taking my/your/his/her/POSS own/entire life/lives
      end/ended/ending/take/took/takes/taking my/your/his/her/POSS ~1 life/lives
      end/ending it all
      commit/committed/committing/commits suicide/murder/homicide/arson
      gun/pistol/barrel/knife/blade/razor ~2 to/in/on/against my/your/his/her ~1 head/mouth/wrist/wrists/temple/throat/brain
      noose/nooses/rope ~2 neck/tree/hang/hanging/hung/ceiling/tight/around/rafters
      RAPE HIM/FOLK/ANY
      RAPE
      rape/raped/rapes/raping/molested/molests
      torture/tortured/torturing ~2 HIM/FOLK/basement
      gang/date rape/raped
    `,
  },
  {
    kind: 'violence',
    severity: 'strong',
    phrases: `
      leave/leaves/left/lay/lays/laid/leaving/leavin/drop/dropped/drops ~2 HIM/FOLK/body/him/dude/bodies ~2 DEAD/slumped/leaking/lifeless
      leave/leaves/left/leaving/lay/laid/found/find HIM/FOLK/body/bodies/his/him ~4 in ~2 bag/box/casket/coffin/ditch/pool/puddle/gutter/trunk/woods/river/morgue/dumpster/alley/hearse/blood/pieces/dirt/swamp/desert
      leave/left HIM/FOLK there/right_there to die/bleed/rot
      put/puts/putting/send/sends/sent/sending/throw/threw/stuff/stuffed/dump/dumped/lay/laid/get/drag/dragged/toss/tossed/dig/dug/bury/buried HIM/FOLK/body/bodies/his/corpse ~3 in/to/under/inside/into/on ~3 GRAVE/dirt/stretcher/tshirt/ambulance/maker/creator/cement/concrete/obituary
      put/puts/putting/send/sent HIM/FOLK ~2 six feet
      put/sent/send/leave/left/lay HIM/FOLK ~1 on ~1 stretcher/shirt/slab/tee
      bury/burying/buried HIM/FOLK ~3 alive/woods/desert/backyard/basement/deep/shovel/concrete/cement
      dig/digging/dug ~1 POSS ~1 grave/graves/ditch
      body bag/bags
      toe tag/tags/tagged
      toetag/toetags/bodybag/bodybags
      chalk outline/outlines/line/lines
      closed casket/caskets
      casket/caskets/coffin closed/shut/drop/drops
      catch/catches/caught/catching/catchin/got/dropping/drop/dropped/stack/stacking ~2 body/bodies/homicide/homicides !heat !wash !spray
      bodies/body drop/drops/dropping/droppin/dropped/falling/piling/stacked/stacking
      body/bodies/corpse/corpses/remains ~1 in/inside/on/under/to ~1 trunk/river/ground/street/pavement/yard/basement/closet/ditch/freezer/lake/swamp/woods/block/floor/floorboards/backyard/dumpster/attic/ocean/concrete/alley/barrel/acid/bag/sidewalk/shower/stairs
      dead body/bodies !of !language
      brain/brains/guts/intestines/entrails/blood ~2 on/over/across/splattered/splatter/against/onto/down/all ~2 SURFACE
      brain/brains/guts/noodles/skull ~1 spill/spilled/spilling/splatter/splattered/leak/leaking/leaked/hanging/dripping/fly/flying
      blood ~1 drip/drips/dripping/drippin/splatter/splattered/spill/spilled/spilling/splash/pouring/poured/gushing/squirting/leaking ~3 FACE/SURFACE/BODY/knife/wound/wounds/from/HIM
      blood ~1 gonna/will/must/shall/gon/finna spill/run/flow
      spill/spilling/spilled/shed/draw/drew/drink POSS/some/the/FOLK ~1 blood
      spit/spits/spitting/cough/coughed/coughing/choke/choking/choked/vomit/puke/swimming/lying/drowning ~3 blood
      pool/puddle/pools/puddles of ~2 blood
      bathe/bathed/soaked/covered/drenched in ~2 blood
      blood/bloody all_over/on/over ~1 hands/knife/blade/axe/clothes/hammer ~3 knife/murder/killed/body/dead/police/bury/blood/blade
      bloodbath/bloodbaths/bloodstains/bloodstained/headless/decapitation/beheading/dismembered/mutilated/decapitated
      bleed/bleeds/bleeding/bled/bleedin out/dead/to_death/slow
      watch/watching/watched/make/made HIM/FOLK/them ~1 bleed/die/drop/suffer/burn/drown/choke/hang/scream/fall_dead/squirm/suffocate/gasp
      watch/watching/watched/see the life/light leave/drain/leaving
      beg/begs/begged/begging/pray/plead for POSS/mercy ~2 life/kill/shot
      murder/murdered/murdering/slaughter/slaughtered/massacre/massacred ~1 whole/entire/innocent/dozens/hundreds/families/at/in ~3 mall/school/church/family/club/village/people/cold/children/kids/club/blood
      murder/murders in/on my/first/cold/his/the mind/eyes/degree/blood/brain
      first/second/attempted degree/murder murder/charge/homicide/case/on
      homicide/homicides ~2 did
      FOLK/somebody/someone/nobody is/been shot !at
      homicide/homicides/murder !she did/done/with/on/by/committed/scene
      cold blooded killer/killers/murder/murderer
      in cold blood
      kill/killing/killed/kills for fun/sport/money/hire/pleasure/the_thrill/the_gang/nothing/respect/my_brother/my_family/free
      gun/guns/gunned/mow/mowed/mowing/cut/gunning HIM/THEM/them down ~2 with/in/like/at/before/on !with_a_look
      gunned/gunning/mowed down
      gunned/gunning/mowed/mow HIM/THEM/them down
      execution style
      punch/punched/punching/kick/kicked/kicking/stomp/stomped/stomping/smash/smashed/bash/bashed/stab/shoot/shot/blast/hit/hitting/smack/smacked/slap/slapped/bust/cave ~1 POSS ~1 face/head/skull/teeth/jaw/ribs/nose/throat/temple/chin/brains
      blast/blasted/blasting/cap/capped/gun/merk/gat/smoke/stab/shank/ice/iced/off/offed/whack/whacked HIM ~1 with/in/up/and/before/tonight/like/down/twice/dead/off/quick
      throw/threw/dump/dumped/toss/tossed/roll/rolled/push/pushed/drop/dropped/hide/hid/hiding/burn/burned/burning/bury/dispose/drag ~1 body/bodies/corpse/corpses/remains !of_work !language !lotion !spray
      kick/kicked/kicking the/that/this chair ~2 hang/rope/noose/neck
      i'm/im/we/he's/they're ~1 killer/killers/murderer/murderers/assassin ~4 leave/left/bodies/widows/dead/kill/blood/gun/shoot/orphans
      leave/leaves/left/made/make/makes ~2 widow/widows/orphan/orphans
      cops/cop/police/pigs/feds/snitch/snitches/rats/opps/someone/somebody/everybody/they/you ~1 gonna/gon/will/must/gotta/about_to/finna/bout_to/should/deserve_to/have_to die/bleed/drop
      somebody's/somebodys/someone's/someones/you're/youre/he's/hes/they're/theyre gonna/gon/going_to/about_to/finna die/bleed
      bullets/shots/slugs/holes ~1 in/through/at ~1 windshield/door/window/car/wall/whip/house/crib/porch/windows/benz/hood
      hit/spin/slide/pull ~2 block/corner/house/crib ~2 with ~1 FIREARM/choppers/sticks/heat/guns/poles
      sawed off
      i/we/ive/i've/he/she/they killed/kill/kills/murdered/shot/stabbed ~1 a/my/his/her/that/this/some/ten/two ~1 FOLK
      kill/killed/killing/shoot/shot/murder/murdered/stab/stabbed/execute/executed/slaughter/slaughtered/burn/burned/bomb/bombed ~1 women/children/kids/families/innocent/civilians/prisoners/villagers/babies/strangers/parents
      choke/choked/strangle/strangled/drown/drowned/suffocate/smother ~1 POSS/HIM/FOLK ~2 death/dead/sleep/pillow/belt/cord/wire/hands/water/tub
      choke/choked/choking/strangled/beat/beats/stabbed/shot/killed/murdered/drowned/poisoned his/her/my/their ~1 girlfriend/wife/boyfriend/husband/baby/kids/mother/father/brother/sister/ex/dog/neighbor/family/boss !at !with_kindness
      waiting/ready/came/come/looking/itching/plotting to kill
      kill/killed/killing/kills everything/everybody/everyone/anything !on !at
      opp/opps/enemies/rivals ~2 buried/dead/bleeding/shot/gone/lifeless
      contract killer/killing/killings
      hit man/men/squad
      hitman/hitmen/assassins/triggerman/executioner paid/hired/for/to/come/kill
      massacre/massacres/bloodshed/slaughter at/in/on/of
      kill/killing/shoot/shooting/murder/execute/ambush/stab ~2 cop/cops/police/pig/pigs/president/judge/witness/witnesses/officer/children/kids/people/feds
      fuck/shoot/rob/beat/kill up everybody/everyone/him
      rob/robs/robbed/robbing/jack/jacked ~2 HIM/FOLK/bank/store/train ~5 FIREARM/knife/gun/mask/kill/shoot
      serial killer/killers/rapist
      set/lit/light/burn ~2 cross/crosses burning/on/in_the
      necks/neck snap/snapped/broke
      heads/head on a/the/my stick/spike/pike/stake/platter/mantle/wall
      ACID_FACE
      eye/throat for/cut eye/throat !the
      hollow point/points/tip/tips ~1 in/to/rip/ripping/for/hit/through
      bullets/bullet/glock/gun/shot/slug/knife/brick/bat/machete/fist/hammer/axe/razor/shotgun/pistol/blade/barrel to/in/through/into/at/upside the/his/your/her/their/that/him/a/my ~1 FACE/arm/leg/gut/stomach/belly/knee/mouth/groin
      lights out for good/HIM/him/his
      somebody/someone/everybody/everyone/nigga/they/yall/he/one ~2 dies/die/dying/getting_shot/gets_shot/getting_killed/gets_killed ~1 tonight/today/now/soon
      final/last breath ~4 knife/gun/blade/choke/bullet/hands
      make/made/turn/turned HIM/FOLK/POSS ~2 into/a/to ~1 corpse/ghost/memory/organ_donor/vegetable/statistic
    `,
  },
  {
    kind: 'violence',
    severity: 'mild',
    phrases: `
      suicide/suicidal/murder/murders/murderer/murderers/homicide/massacre/genocide/assassin/killers/bloodshed/corpse/corpses/hitman/gunshot/gunshots/shootout/shootouts
      gun/guns/pistol/pistols/rifle/rifles/glock/glocks/shotgun/shotguns/uzi/ak47/revolver/machete/machetes/grenade/grenades/draco/choppa/choppas
      kill/kills/killed/killing/murdered/murdering HIM/FOLK/THEM
      stab/stabbed/stabbing/strangle/strangled/behead
      blood on ~1 hands/snow/streets/leaves/money
      hit/hits/punch/punched/kick/kicked/smack/smacked/slap/slapped/beat HIM/FOLK
      punch/punched/hit/kick/kicked the/a wall/door
      knock/knocked/knocking HIM/FOLK out
      bomb/bombs drop/dropped/dropping/falling/went
    `,
  },
];
