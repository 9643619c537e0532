import type { Scene } from './scene.ts';

/** What is told of attacks and threats with arms. Written for this project. */
export const ARMED_SCENES: readonly Scene[] = [
  {
    kind: 'violence',
    severity: 'strong',
    unless: ['PICTURE'],
    phrases: `
      FIREARM/BLADE ~2 to/at/in/on/against/under/into/through/across ~2 FACE/INNARDS/stomach/gut/belly/HIM/SELF/flesh
      bullet/bullets/slug/slugs/hollows/rounds/shells/shots/hollow_tips/buckshot ~2 in/to/through/at/into/inside/between/for ~2 FACE/BODY/INNARDS/HIM/FOLK/car/whip/door
      bullet/bullets/slug/slugs/hollow/hollows/hollow_tips/tips/rounds/lead/shots ~1 rip/ripping/rips/tear/tearing/tears/pierce/pierced/piercing/hit/hitting/flying/flew/enter/entered/explode/rain/raining ~4 HIM/BODY/FACE/INNARDS/past/FOLK/flesh/through
      bullet/bullets/slug/slugs with/got/has POSS name/names
      bullet/bullets/slug/slugs/hollow/hollows ~2 hit/struck/found/left/took HIM/DET
      AMMO/bullets/shots ~1 rang/ring/rings/flew/fly/flying/hit/spray/fired
      one/two/three/four/five/six/seven/eight/ten/thirty/couple/few/some ~1 in/to/through ~1 POSS/the FACE/stomach/back/leg/gut
      point/points/pointed/pointing/aim/aims/aimed/aiming/put/puts/hold/holds/held/holding/press/pressed/stick/stuck/pull/pulled/draw/drew/raise/raised/upped/wave/waved/waving/cock ~3 FIREARM/BLADE/gun/heat/steel/strap ~2 on/at/to/against/in/up ~2 HIM/FOLK/BODY/mouth/head
      let/letting/lets off ~3 shots/rounds/clip/bullets/burners
      bullets/shots/gunshots ~1 pop/popping/fly/flying/whizzing/whistling
      load/loads/loading/loaded/reload/reloading ~2 clip/clips/gun/guns/glock/magazine/pistol/rifle/shotgun/nine/uzi/chopper
      trigger squeeze/squeezed/pulled/finger_itching/finger_itchy
      pull/pulls/pulled/pulling/whip/whipped out ~2 FIREARM/machete/blade/knife !a_butter
      belt/rope/cord/sheet/wire/chain ~2 around/round/on ~1 neck/necks/throat
      noose/nooses
      knife/knives ~2 in/into POSS chest/throat/gut/stomach/neck/ribs/heart
      let ~3 FIREARM/heat/heater/iron/steel/thing/thang/burner ~2 spray/blow/bang/sing/spit/bark/ring/go/off/clap/loose/talk/pop/bust/burn/cough/speak
      let/lets/letting it/em/them blow/bang/spray/off/bark/rip/ring ~1 at/on ~1 HIM/FOLK/THEM
      FIREARM ~2 spray/sprays/spraying/bark/barks/blow/blows/bang/bangs/clap/claps/blasting/blazing/busting/spitting/burst/bursting
      FIREARM ~1 make/made/makes/leave/left/leaves ~4 explode/dead/holes/head/body/bleed/drop/fall/disappear
      bust/busting/bustin/fire/fires/fired/firing/squeeze/squeezed/squeezing/dump/dumping/dumped/spray/sprayed/spraying/unload/unloaded/unloading/lick/licking/licked/pump/pumped/buss/bussing/empty/emptied/emptying/blast/blasting/dodge/dodging/trade/trading/exchange/catch/catching/empties ~3 bullet/bullets/shots/rounds/slugs/clip/clips/mag/mags/lead/shells/hollows/burner/forty/glock/nine/gat/chopper/choppa
      send/sending/sent/trade ~2 shots/bullets/rounds !of
      squeeze/squeezed/squeezing/pull/pulled/pulling/pulls/squeezin/pullin ~2 trigger/triggers
      trigger ~2 pulled/squeezed
      bust/busted/busting/pop/popped/popping/put a cap
      dump/dumped/dumping/dumpin/dumps on HIM/FOLK/opps/sight
      riddle/riddled/filled/fill/pump/pumped/full/pumping/spray/sprayed/hit/covered ~4 of/with ~1 bullet/bullets/lead/slugs/holes/rounds
      DET/POSS body/car/whip/chest/back ~1 riddled
      bullet hole/holes/wound/wounds ~2 in ~1 BODY/FACE/HIM
      leave/left/put/blow/puts/blew/make/made/tear/tore/drill/drilled ~2 hole/holes in/through ~1 HIM/BODY/FACE/FOLK/car
      spray/sprayed/sprays/spraying ~1 block/crowd/car/whip/party/opps/HIM/scene/street/up/everybody/house
      spray/sprayed/spraying the/your/his block/crowd/car/whip/party/scene/house/opps/porch
      shoot/shoots/shot/shooting up the/a/your/his/their/that/my/our ~1 school/house/block/party/club/spot/car/crib/mall/church/town/place/mosque/synagogue/whip/scene/office/store/street/hood/movie/bar
      school/mass shooter/shooters/shooting/shootings
      school/mall/church/club shot up
      shoot/shot/shooting it out with
      drive by/bys !the !my !a !your !his !her !in !on !here !there !every !and
      drive by shooting/shootings/on/leave/left
      do/did/doing/done a drive by
      driveby/drivebys
      stick/stuck/sticking HIM/him up
      stick up kid/kids/man/boy/boys/artist
      rob/robs/robbed/robbing/stick/jack/jacking/jacked ~5 gunpoint/knifepoint
      at/by gunpoint/knifepoint
      home/house invasion/invasions
      tie/tied/tying ~3 up/HIM ~3 basement/chair/gag/gagged/duct/trunk/tape/safe/kids
      duct tape ~3 mouth/wrists/hands/HIM/chair/hostage
      tote/totes/toting/totin/clutch/clutching/clutchin/packing/packin/upping/uppin ~2 FIREARM/heat/steel/forty
      up/upped/upping ~1 FIREARM/pole/stick/glock/it and/on ~2 HIM/shoot/squeeze/let/him/blow
      drag/dragged/dragging HIM/FOLK ~1 behind/from/through ~1 truck/car/horse/bumper/street/jeep/whip
      pull/pulled/pulling/hop/hopped/jump/walk/roll/ride up/out ~1 and/to/shooting/blasting/spraying/dumping/busting ~1 shoot/spray/blast/dump/bust/kill/shooting/let_it
      pull/pulled/pulling/hop/hopped/jump/roll up/out shooting/blasting/spraying/dumping/busting
      let it spray/bang/bark/clap/dump !me !different !up
      pull up with ~1 FIREARM/stick/sticks/pole/heat/machete/blades
      let ~1 FIREARM/stick/sticks/pole/burner hit/off/blow/bang
      FIREARM ~1 leave/left HIM ~3 no/face/dead/lifeless
      smoke/smoked/smoking/smokin/clap/pop/blick/blast that/this/the/a/your/any ~1 boy/nigga/fool/opp/dude/man/bitch/clown/pig/sucker/rat/kid
      red/green/infrared dot/beam/dots/beams/light/laser ~1 on/to ~1 FACE/HIM/BODY
      beam/beams/laser/dot/scope/sights/crosshairs/crosshair ~1 on ~1 FACE/HIM/BODY/FOLK
      HIM ~1 in ~1 crosshairs/scope
      aim/aims/aimed/aiming for/at ~1 FACE/HIM/BODY/FOLK
      dome/head shot/shots no/left/leave/to/for/open/him/HIM
      dome/domeshot/headshot to/no/him/for
      kick/kicked/kicking/boot ~1 in/down ~1 door/doors ~3 FIREARM/waving/wavin/shoot/shooting/everybody/masks/mask
      mask/masks/ski on/up/mask ~4 gun/guns/FIREARM/rob/shoot/somebody/slide/drawn
      guns/gun/pistols/choppers/knives drawn/blazing/out/blazin ~3 die/dies/dead/HIM/run/shoot
      grenade/grenades/molotov/molotovs/bomb/bombs/brick/firebomb ~2 through/at/in/into/under ~2 window/windows/car/house/crowd/HIM/door/building/porch/crib/cop/pigs
      molotov/molotovs/pipe_bomb/firebomb/car_bomb
      suicide/car/pipe/nail bomb/bomber/bombers/vest/bombs
      bomb/bombs/bombed/bombing/blow/blew/blowing/burn/burned/burnt/burning/torch/torched ~1 up/down/the/your/his/their/this/that ~2 school/schools/church/mosque/synagogue/city/village/building/house/hospital/bus/plane/crowd/people/train/crib/trailer/town !red
      heat/strap/steel/iron/forty/nine/pole/fire on/in/by my/his/her hip/waist/lap/side ~3 burn/shoot/bust/blow/kill/dump/squeeze/let/leave/up
      STRIKE/lay/lays/laid/poke/drop/leave/left/KILL ~1 HIM/FOLK/THEM ~3 with/by/using ~2 FIREARM/BLADE/CLUB/AMMO/forty/heat
      STRIKE POSS/DET ~2 with/using ~2 bat/pistol/brick/crowbar/hammer/machete/glock/knife/shovel/axe/pipe/tire
      run/runs/ran/roll/rolled/pull/pulled/creep/crept/walk/walked/slide/slid up on/in ~2 HIM/FOLK/him ~3 with/and/let ~2 FIREARM/BLADE/ARMS/shoot/blast/blaze/pop/hammer/squeeze
      run/hit/ran HIM/FOLK over with/in ~1 car/truck/jeep/benz/whip/van/tank
    `,
  },
];
