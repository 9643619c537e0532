/** The keys of the page; a view adds its group here. */
export const keysText = {
  title: 'Keyboard',
  groups: [
    {
      title: 'Everywhere',
      keys: [
        ['/', 'search'],
        ['?', 'this list'],
        ['Esc', 'close what is open'],
      ],
    },
    {
      title: 'In a list of songs',
      keys: [
        ['j', 'next song'],
        ['k', 'song before'],
        ['Enter', 'open it'],
      ],
    },
    {
      title: 'In a text',
      keys: [
        ['j', 'next line'],
        ['k', 'line before'],
        [']', 'next rhyme group'],
        ['[', 'rhyme group before'],
        ['Esc', 'let go of it'],
      ],
    },
    {
      title: 'While writing',
      keys: [
        ['Ctrl Z', 'take back, also after a reload'],
        ['Ctrl Shift Z', 'do again'],
        ['Esc', 'back to the verse from what is beside it'],
      ],
    },
  ],
  switch: 'Use keys of one letter',
  switchHint: 'Switch them off if you dictate, or if they get in your way.',
} as const;
