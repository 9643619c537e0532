import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../../src/lyrics/text/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'Lanterns on the water and you never called my name\nI was waiting by the harbour in the rain'],
    ['en', "Yeah, uh, we ridin' 'til the lights go out\nain't nobody hear us when we shout"],
    ['es', 'Camino por la calle y no te veo\nla noche está cerrada y yo te creo'],
    ['fr', 'Je marche dans la rue et je ne te vois pas\nles lumières de la ville ne brillent pas'],
    ['de', 'Ich laufe durch die Straßen und ich sehe dich nicht\nder Regen fällt und keiner macht Licht'],
    ['ru', 'Я иду по улице и не вижу тебя\nфонари погасли, идёт вода'],
    ['uk', 'Йду вулицею і не бачу тебе\nліхтарі згасли'],
    ['pt', 'Eu ando pela rua e não te vejo\na noite cai e eu não tenho desejo'],
    ['it', 'Cammino per la strada e non ti vedo\nla notte è lunga e io ti credo'],
    ['pl', 'Idę ulicą i nie widzę ciebie\nświatła gasną na niebie'],
    ['tr', 'Sokakta yürüyorum ve seni görmüyorum\nışıklar söndü gidiyorum'],
    ['ja', '街を歩いていて君が見えない'],
  ])('hears %s', (code, text) => {
    expect(detectLanguage(text)?.code).toBe(code);
  });

  it('goes by most of the text, not by one line of it', () => {
    const found = detectLanguage(
      'La noche está cerrada y camino por la calle sin tu voz, ya no te veo\nLanterns on the water and you never called my name\nI was waiting in the rain\nwe were young and you were there',
    );
    expect(found?.code).toBe('en');
    expect(found?.confidence).toBeLessThan(1);
  });

  it.each(['', '…', '🔥🔥', '123 456', 'yo'])('makes nothing of %j', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('does not read header lines', () => {
    expect(detectLanguage('[Verse 1: And The You That]\nЯ иду по улице и не вижу тебя')?.code).toBe('ru');
  });
});
