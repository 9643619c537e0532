/**
 * Words that songs are asked for by in Spanish, French, German, Italian and Portuguese, and the English word for each: most
 * songs, and what analyses say about them, are in English.
 */
export const TRANSLATIONS = `
love: amor amour liebe amore
heart: corazón coeur herz cuore coração
kiss: beso baiser kuss bacio beijo
woman: mujer femme frau donna mulher
man: hombre homme mann uomo homem
girl: chica fille mädchen ragazza menina
boy: chico garçon junge ragazzo menino
child: niño niña enfant kind kinder bambino bambina criança hijo hija
son: fils sohn figlio filho
daughter: tochter figlia filha
mother: madre mère mutter mãe mamá maman
father: padre père vater pai papá
brother: hermano frère bruder fratello irmão
sister: hermana soeur schwester sorella irmã
family: familia famille familie famiglia família
grandmother: abuela nonna avó
grandfather: abuelo nonno avô
friend: amigo amiga ami amitié freund freunde amico
wedding: boda mariage hochzeit matrimonio casamento
birth: nacimiento naissance geburt nascita nascimento
life: vida vie leben
death: muerte mort tod morte
dead: muerto morto
die: morir mourir sterben morire morrer
mourning: luto duelo deuil trauer lutto
grief: dolor douleur schmerz dolore
funeral: entierro enterrement beerdigung funerale enterro
sad: triste tristeza tristesse traurig trauer tristezza
tears: lágrimas larmes tränen lacrime
cry: llorar pleurer weinen piangere chorar
happy: feliz heureux glücklich felice
joy: alegría joie freude gioia alegria
angry: enojo colère wut zorn rabbia raiva
fear: miedo peur angst paura medo
hope: esperanza espoir hoffnung speranza esperança
lonely: soledad einsam einsamkeit solitudine solidão
regret: arrepentimiento reue rimpianto arrependimento
forgive: perdón perdonar pardonner vergebung perdono perdão
memory: recuerdo recuerdos erinnerung ricordo lembrança
dream: sueño rêve traum sogno sonho
night: noche nuit nacht notte noite
day: día jour giorno dia
morning: mañana matin morgen mattina manhã
evening: soir abend sera
last: último última dernier dernière letzte letzter ultimo
first: primero premier erste
winter: invierno hiver inverno
snow: nieve neige schnee neve
ice: hielo glace eis ghiaccio gelo
cold: frío froid kalt kälte freddo
summer: verano été sommer verão
heat: calor chaleur hitze caldo
rain: lluvia pluie regen pioggia chuva
storm: tormenta orage sturm tempesta
sun: sol soleil sonne
moon: luna lune mond lua
sea: mar mer meer
ship: barco bateau navire schiff navio
harbour: puerto hafen porto
river: río rivière fluss fiume rio
desert: desierto désert wüste deserto
mountain: montaña montagne berg montanha
garden: jardín jardin garten giardino jardim
earth: tierra terre erde terra
city: ciudad ville stadt città cidade
town: pueblo dorf paese
street: calle straße strasse strada rua
house: casa maison haus
apartment: piso departamento appartement wohnung appartamento
door: puerta porte tür porta
kitchen: cocina küche cucina cozinha
bread: brot pane pão
food: comida nourriture essen cibo
border: frontera frontière grenze frontiera fronteira
cross: cruzar traverser überqueren attraversare atravessar
journey: viaje voyage reise viaggio viagem
airport: aeropuerto aéroport flughafen aeroporto
plane: avión avion flugzeug aereo avião
train: tren zug treno trem
car: coche voiture carro macchina
prison: cárcel prisión gefängnis prigione carcere prisão
police: policía polizei polizia polícia
gun: pistola arma pistolet pistole
war: guerra guerre krieg
money: dinero argent geld soldi denaro dinheiro
poor: pobre pauvre povero
work: trabajo travail arbeit arbeitet arbeiten lavoro lavorare trabalho
shift: turno schicht nachtschicht
boss: jefe chefe
school: escuela école schule scuola escola
teacher: maestra professeur lehrer lehrerin insegnante
book: libro livre buch livro
prayer: oración prière gebet preghiera oração
pray: rezar prier betet beten prega pregare
god: dios dieu gott dio deus
church: iglesia église kirche chiesa igreja
music: música musique musik musica
song: canción chanson canzone canção
dance: baile danser tanzen ballare dança
party: fiesta fête feier festa
illness: enfermedad maladie krankheit malattia doença
old: viejo vieja vieux vieille alte vecchio velho
young: joven jeune jung giovane jovem
home: hogar heimat zuhause
leave: dejar irse partir gehen lasciare
goodbye: adiós adieu abschied addio
freedom: libertad liberté freiheit libertà liberdade
`;
