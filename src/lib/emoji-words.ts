/** What listeners mean by an emoji, in words; kept short, because each emoji is several words of a query. */
const TABLE = `
😀😃😄😁😊🙂☺ happy; 😂🤣 funny laughing; 😍🥰😘 love; 😢😭 crying sad; 😞😔☹🙁😟 sad; 😡😠🤬 angry; 😱😨😰 fear scared
😴💤 sleep; 🤑 money rich; 😎 cool confident; 🥺 pleading; 🤒🤕 sick; 🤔 thinking; 🙄 annoyed; 😬 nervous; 😇 angel; 😈👿 devil
💀☠ death skull; 👻 ghost; 👽 alien; 🤖 robot; 🤡 clown; 💩 dirt; 🙏 praying prayer; 💪 strength; 👊 fist fight; ✊ protest
👋 goodbye; 👏 applause; 🫶 love; 🤝 friendship deal; 👑 crown king queen; 💍 ring wedding marriage; 💎 diamond; 👶🍼 baby
👦 boy; 👧 girl; 👨 man; 👩 woman; 👴 old grandfather; 👵 grandmother; 👪 family; 🤰 pregnant; 👮 police; 👷 work; 🕵 detective
💃🕺 dance dancing; 🏃 running; 🚶 walking; ❤♥💕💖💗💘💙💚💛💜🖤🤍🧡 love heart; 💔 heartbreak; 🔥 fire; 💧 water; 🌊 sea ocean waves
☀🌞 sun; 🌙🌛🌜 moon; ⭐🌟✨ stars; ☁ cloud; 🌧☔ rain; ⛈⚡ storm lightning; ❄☃⛄🌨 snow winter; 🌈 rainbow; 🌪 storm; 🌫 fog
🌍🌎🌏 world earth; 🌋 volcano; 🏔⛰ mountain; 🏜🌵 desert; 🏝🏖 beach island; 🌲🌳 tree forest; 🌱🪴 garden plant; 🌹🥀 rose
🌸🌺🌻🌼💐 flower flowers; 🍂🍁 autumn leaves; 🍎🍏 apple; 🍕 pizza; 🍔🍟 food; 🍖🍗 meat cookout; 🍞 bread; 🧀 cheese
🍰🎂 cake birthday; 🍪 cookies; ☕ coffee; 🍵 tea; 🍺🍻 beer drinking; 🍷🥂 wine drinking; 🥃 whiskey drinking; 🚬 smoking; 🍃🌿 weed leaves
💊 pills drugs; 💉 needle hospital; 🏥 hospital; 🔫 gun; 🔪 knife; 💣 bomb; ⚔ battle war; 🛡 shield; ⛓ chains prison; 🔒 locked; 🔑 key
💰💵💸💴💶💷🤑 money; 💳 credit; 💼 business work; 📈📉 market; 🏦 bank; 🎰🎲 gambling; 🃏♠♣ cards; ♟ chess; 🎮 game
🏀 basketball; ⚽ football; 🏈 football; ⚾ baseball; 🥊 boxing; 🏆 winning trophy; 🥇 winning; 🎯 target; 🎤🎙 microphone rapping
🎧 headphones music; 🎵🎶 music; 🎹 piano; 🎸 guitar; 🎺 trumpet; 🎷 saxophone; 🥁 drums; 🎻 violin; 📻 radio; 💿📀 record; 🎬🎥 film
📷📸 photograph; 📺 television; 📱☎📞 phone; 💻 computer; 🖊✍📝 writing; 📖📚 books; 📰 news; ✉📧💌 letter; 🎓 school graduation
🏫 school; ✏ pencil; 🔔 bell; ⏰⌚⏱⏳⌛ time clock; 📅 day; 🕯 candle; 💡 light; 🔌 electricity; 🔋🪫 battery; 🧹 sweeping; 🧺 laundry
🛁🚿 bath; 🚽 toilet; 🛏 bed; 🛋 sofa; 🚪 door; 🪟 window; 🪞 mirror; 🏠🏡 home house; 🏢🏙🌆🌃 city; 🏗 building crane
🏭 factory; ⛪🕌🕍 church; ✝ cross faith; 🪦⚰ grave funeral; 🕊 peace dove; ☮ peace; 🚗🚙 car; 🏎 racing car; 🚕 taxi; 🚌🚍 bus
🚂🚆🚇🚊 train; ✈🛫🛬 plane flying; 🚀 rocket space; 🚢⛴🛳 ship; ⛵🚤 boat; ⚓ anchor harbour; 🚲 bicycle; 🏍 motorcycle; 🚑 ambulance
🚓 police; 🚦 traffic; ⛽ petrol; 🛣 road; 🌉 bridge; 🗺 map travel; 🧳 suitcase travel; ⛺ tent; 🐕🐶 dog; 🐈🐱 cat; 🐴🐎 horse
🐮🐄 cow; 🐷 pig; 🐔 chicken; 🐦 bird; 🦅 eagle; 🦉 owl; 🐺 wolf; 🦁 lion; 🐯🐅 tiger; 🐻 bear; 🐍 snake; 🐟🐠 fish; 🦈 shark
🐝 bee; 🕷 spider; 🦋 butterfly; 🐀🐁🐭 rat mouse; 🐐 goat greatest; 🎉🎊🥳 party celebration; 🎁 gift; 🎄 christmas; 🎃 halloween; 🎆🎇 fireworks
👟 shoes sneakers; 👠 heels; 👗 dress; 🧢 cap; 🕶 sunglasses; 👀 eyes watching; 🧠 mind; 🦷 tooth; 🩸 blood; 👂 ear; 🗣 speaking; 🔊 loud
🚫 no; ❓ question; ♻ recycling; 🏁 race finish; 🚩🏳 flag; 🧵🪡 sewing; 🔨🛠🔧 tools work; ⚖ justice; 🗳 vote; 🏛 government; 🌐 world
`;

/** A skin tone, the sign that a symbol is shown in colour, or a joiner. */
const MODIFIERS = /[\u{1F3FB}-\u{1F3FF}\uFE0F\u200D]/gu;
const SYMBOL = /\p{Extended_Pictographic}/gu;

const WORDS: ReadonlyMap<string, string> = new Map(
  TABLE.split(/[;\n]/).flatMap((entry): [string, string][] => {
    const [symbols = '', ...words] = entry.trim().split(' ');
    return Array.from(symbols, (symbol) => [symbol, words.join(' ')]);
  }),
);

/** The text with emoji as words; those that have none in the table are left out. */
export function emojiAsWords(text: string): string {
  if (text.search(SYMBOL) < 0) return text;
  return text.replaceAll(MODIFIERS, '').replaceAll(SYMBOL, (symbol) => ` ${WORDS.get(symbol) ?? ''} `);
}
