import { describe, expect, it } from 'vitest';
import { strengthOf } from './passphrase';

describe('a passphrase for a new file', () => {
  it.each([
    ['', 'Use at least 12 characters, such as four words.'],
    ['eleven-char', 'Use at least 12 characters, such as four words.'],
    ['🏥🏥🏥🏥🏥🏥', 'Use at least 12 characters, such as four words.'],
    [' lantern river moss', 'Leave out the spaces at its ends: they are easily forgotten.'],
    ['839204718264', 'Numbers alone are guessed soon. Use words.'],
    ['11/27/2026 10.30', 'Numbers alone are guessed soon. Use words.'],
    ['aaaaaaaaaaaaaaa', 'It repeats itself, and is guessed soon. Use different words.'],
    ['moss-Moss-moss-moss', 'It repeats itself, and is guessed soon. Use different words.'],
    ['lantern1lantern1', 'It repeats itself, and is guessed soon. Use different words.'],
    ['Password12345678', 'It is made of what is guessed first. Use words of your own.'],
    ['P@ssw0rd-Clinic', 'It is made of what is guessed first. Use words of your own.'],
    ['qwertyuiop123456', 'It is made of what is guessed first. Use words of your own.'],
    ['correct horse battery staple', 'It is made of what is guessed first. Use words of your own.'],
    ['baclofen pump refill 2026', 'It is made of what is guessed first. Use words of your own.'],
    ['x'.repeat(100) + 'lantern river'.repeat(10), 'Use at most 200 characters.'],
  ])('“%s” is not taken', (passphrase, words) => {
    expect(strengthOf(passphrase)).toEqual({ enough: false, words });
  });

  it.each([
    ['lantern-moss', '12 characters: enough. Four words or more are better.'],
    ['lantern moss 47 tide', '20 characters: good.'],
    ['lantern moss tide walnut', '24 characters: strong.'],
    ['漢字漢仮名交文章例示用語句', '13 characters: enough. Four words or more are better.'],
  ])('“%s” is taken', (passphrase, words) => {
    expect(strengthOf(passphrase)).toEqual({ enough: true, words });
  });
});
