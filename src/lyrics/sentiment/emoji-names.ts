// CLDR short names of the emoji that express feelings; VADER scores an emoji as the words of its name.
const NAMES = `
😀 grinning face|😃 grinning face with big eyes|😄 grinning face with smiling eyes|😁 beaming face with smiling eyes
😆 grinning squinting face|😅 grinning face with sweat|🤣 rolling on the floor laughing|😂 face with tears of joy
🙂 slightly smiling face|🙃 upside-down face|😉 winking face|😊 smiling face with smiling eyes|😇 smiling face with halo
🥰 smiling face with hearts|😍 smiling face with heart-eyes|🤩 star-struck|😘 face blowing a kiss|😗 kissing face
😚 kissing face with closed eyes|😙 kissing face with smiling eyes|🥲 smiling face with tear|😋 face savoring food
😛 face with tongue|😜 winking face with tongue|🤪 zany face|😝 squinting face with tongue|🤑 money-mouth face
🤗 hugging face|🤭 face with hand over mouth|🤫 shushing face|🤔 thinking face|🤐 zipper-mouth face
🤨 face with raised eyebrow|😐 neutral face|😑 expressionless face|😶 face without mouth|😏 smirking face
😒 unamused face|🙄 face with rolling eyes|😬 grimacing face|🤥 lying face|😌 relieved face|😔 pensive face
😪 sleepy face|🤤 drooling face|😴 sleeping face|😷 face with medical mask|🤒 face with thermometer
🤕 face with head-bandage|🤢 nauseated face|🤮 face vomiting|🤧 sneezing face|🥵 hot face|🥶 cold face|🥴 woozy face
😵 dizzy face|🤯 exploding head|🤠 cowboy hat face|🥳 partying face|😎 smiling face with sunglasses|🤓 nerd face
🧐 face with monocle|😕 confused face|😟 worried face|🙁 slightly frowning face|😮 face with open mouth
😯 hushed face|😲 astonished face|😳 flushed face|🥺 pleading face|😦 frowning face with open mouth
😧 anguished face|😨 fearful face|😰 anxious face with sweat|😥 sad but relieved face|😢 crying face
😭 loudly crying face|😱 face screaming in fear|😖 confounded face|😣 persevering face|😞 disappointed face
😓 downcast face with sweat|😩 weary face|😫 tired face|🥱 yawning face|😤 face with steam from nose
😡 pouting face|😠 angry face|🤬 face with symbols on mouth|😈 smiling face with horns|👿 angry face with horns
💀 skull|💩 pile of poo|🤡 clown face|👹 ogre|👺 goblin|👻 ghost|👽 alien|👾 alien monster|🤖 robot
😺 grinning cat|😸 grinning cat with smiling eyes|😹 cat with tears of joy|😻 smiling cat with heart-eyes
😼 cat with wry smile|😽 kissing cat|🙀 weary cat|😿 crying cat|😾 pouting cat|🙈 see-no-evil monkey
🙉 hear-no-evil monkey|🙊 speak-no-evil monkey|💋 kiss mark|💌 love letter|💘 heart with arrow|💝 heart with ribbon
💖 sparkling heart|💗 growing heart|💓 beating heart|💞 revolving hearts|💕 two hearts|💟 heart decoration
💔 broken heart|🧡 orange heart|💛 yellow heart|💚 green heart|💙 blue heart|💜 purple heart|🤎 brown heart
🖤 black heart|🤍 white heart|💯 hundred points|💢 anger symbol|💥 collision|💫 dizzy|💦 sweat droplets|💨 dashing away
💣 bomb|💤 zzz|👋 waving hand|👌 OK hand|🤞 crossed fingers|🤟 love-you gesture|🤘 sign of the horns
👍 thumbs up|👎 thumbs down|✊ raised fist|👊 oncoming fist|👏 clapping hands|🙌 raising hands|👐 open hands
🤝 handshake|🙏 folded hands|💪 flexed biceps|👀 eyes|👑 crown|💍 ring|💎 gem stone|🔥 fire|⭐ star|🌟 glowing star
✨ sparkles|🎉 party popper|🎊 confetti ball|🎁 wrapped gift|🏆 trophy|🎵 musical note|🎶 musical notes|🎤 microphone
🔫 pistol|🔪 kitchen knife|💊 pill|💉 syringe|🚬 cigarette|🍾 bottle with popping cork|🍻 clinking beer mugs
💰 money bag|💵 dollar banknote|💸 money with wings|💲 heavy dollar sign|🚨 police car light|🚔 oncoming police car
🌹 rose|🥀 wilted flower|🌈 rainbow|🌙 crescent moon|🌊 water wave|🐐 goat|🐍 snake|🦁 lion|🐺 wolf
❤ red heart|♥ heart suit|❣ heart exclamation|☺ smiling face|☹ frowning face|☠ skull and crossbones|✌ victory hand
☮ peace symbol|⚰ coffin|⚔ crossed swords|🖕 middle finger|🕊 dove`;

/** Short name by emoji (single code points only). */
export const EMOJI_NAMES: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const space = entry.indexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)] as const;
    }),
);
