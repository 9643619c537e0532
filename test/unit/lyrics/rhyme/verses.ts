/** Verses written for the tests: the language, the scheme, and each line with its syllables (no synalepha). */
export interface TestVerse {
  readonly language: string;
  readonly scheme: string;
  readonly lines: readonly (readonly [line: string, syllables: number])[];
}

export const VERSES: readonly TestVerse[] = [
  {
    language: 'es',
    scheme: 'AABBCCDD',
    lines: [
      ['Camino por la calle con el viento en la cara', 15],
      ['La gente de mi barrio ni me habla ni me para', 15],
      ['Mi abuela me decía que la vida es una flor', 16],
      ['Que crece entre las piedras y no sabe de dolor', 15],
      ['Escribo con la tinta que me presta la ciudad', 14],
      ['Y guardo en el bolsillo mi pedazo de verdad', 15],
      ['No quiero tu corona ni tampoco tu canción', 14],
      ['Me basta con el ritmo que me da mi corazón', 14],
    ],
  },
  {
    language: 'es',
    scheme: 'AABBCC',
    lines: [
      ['Camino por la calle con un libro de yeso', 14],
      ['La luna me regala en la mejilla un beso', 15],
      ['De todos mis amigos no me queda ninguno', 14],
      ['Mi madre en la cocina me prepara el desayuno', 17],
      ['Trabajo en el taller los martes y los lunes', 14],
      ['No dejes que tu miedo con mi sombra se junte', 14],
    ],
  },
  {
    language: 'pt',
    scheme: 'AABBCCDD',
    lines: [
      ['Eu ando pela rua procurando o meu lugar', 15],
      ['A lua na janela me convida pra dançar', 14],
      ['Guardei no meu caderno tudo aquilo que perdi', 15],
      ['E canto na varanda pra lembrar que estou aqui', 15],
      ['A noite é um navio carregado de paixão', 15],
      ['E eu sou o marinheiro sem bandeira e sem patrão', 16],
      ['Meu pai me deu um livro e uma velha bicicleta', 16],
      ['E disse que na vida todo mundo é um poeta', 16],
    ],
  },
  {
    language: 'it',
    scheme: 'AABBCCDD',
    lines: [
      ['Cammino per la strada con la luna sulla mano', 15],
      ['La notte mi racconta che domani è più lontano', 16],
      ['Mio padre mi diceva che la vita è un bel giardino', 18],
      ['E io ci pianto i sogni che trovavo da bambino', 17],
      ['La gente corre sempre senza chiedere perché', 14],
      ['Io resto sulla sedia con la tazza del caffè', 15],
      ['La musica mi cura come il sole sulla pelle', 16],
      ['E scrivo sopra i muri tutti i nomi delle stelle', 17],
    ],
  },
  {
    language: 'de',
    scheme: 'AABBCCDD',
    lines: [
      ['Ich laufe durch die Straßen und ich suche nach dem Licht', 14],
      ['Die Nacht ist meine Mutter und sie zeigt mir ihr Gesicht', 14],
      ['Mein Vater hat gesagt ich soll die Träume nicht verkaufen', 15],
      ['Doch keiner hat erklärt wie viele Jahre noch verlaufen', 15],
      ['Ich habe nur ein Zimmer und ein Fenster und ein Bett', 14],
      ['Die Nachbarn hören alles doch sie grüßen immer nett', 14],
      ['Der Regen malt die Fenster und der Morgen ist noch weit', 14],
      ['Ich schreibe noch ein Lied und habe endlich wieder Zeit', 14],
    ],
  },
  {
    language: 'fr',
    scheme: 'AABBCCDD',
    lines: [
      ['Je marche dans la ville avec la nuit dans le cœur', 12],
      ["Mon frère me répète que je n'ai jamais peur", 11],
      ['La pluie sur les fenêtres a le goût de la mer', 12],
      ["Et moi dans ma chambre je regarde l'hiver", 10],
      ['On cherche tous la route qui mène à la maison', 11],
      ['On chante sous les arbres sans avoir de raison', 11],
      ['Ma mère a mis du pain et du sel sur la table', 12],
      ["Le monde est un château qui s'écrit sur le sable", 12],
    ],
  },
];

/** Rhyming verses in languages that the engine has no sounds for. */
export const UNHEARD_VERSES: Readonly<Record<string, string>> = {
  Polish:
    'Idę przez miasto kiedy wszyscy jeszcze śpią\nKażdy kamień na tej drodze zna już historię mą\nNie potrzebuję złota ani cudzych rad\nPiszę swoje słowa odkąd poznałem świat',
  Turkish:
    'Gece şehrin üstüne yavaşça iniyor\nKalbimdeki bu yangın hiçbir zaman sönmüyor\nAnnem bana söylerdi sabırlı ol her gün\nŞimdi anlıyorum onu düşündükçe dün',
  Russian: 'Я иду по городу, где никто меня не ждёт\nНочь стоит у двери, а за нею дождь идёт',
  Japanese: '夜の街を歩いている\n君の声が響いている',
};
