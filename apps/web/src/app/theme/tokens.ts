/** The colours of the visual target. Every pair of text and ground keeps 4.5:1, every control edge 3:1. */
export interface ColorTokens {
  canvas: string;
  surface: string;
  sunken: string;
  hover: string;
  neutral: string;
  divider: string;
  buttonOutline: string;
  controlOutline: string;
  ghost: string;
  text1: string;
  text2: string;
  text3: string;
  primary: { main: string; button: string; buttonHover: string; text: string; soft: string; soft2: string };
  success: Semantic;
  warning: Semantic;
  error: Semantic & { fill: string; fillHover: string };
  info: Semantic;
  note: { text: string; soft: string; edge: string; chip: string; button: string; onButton: string };
  heat: readonly [string, string, string, string, string];
  /** Ground and letters, eight hues. */
  avatars: readonly (readonly [string, string])[];
  toast: { ground: string; text: string; action: string; success: string };
  shadows: readonly [string, string, string, string];
}

interface Semantic {
  main: string;
  text: string;
  soft: string;
}

export const lightTokens: ColorTokens = {
  canvas: '#f5f6fa',
  surface: '#ffffff',
  sunken: '#f8f9fc',
  hover: '#f1f3f9',
  neutral: '#eef0f5',
  divider: '#e5e8f0',
  buttonOutline: '#d3d8e4',
  controlOutline: '#8890a6',
  ghost: '#d7dbe6',
  text1: '#1b1f2e',
  text2: '#565d73',
  text3: '#626980',
  primary: {
    main: '#667eea',
    button: '#4f63d2',
    buttonHover: '#4457c4',
    text: '#4557c2',
    soft: '#eef0fd',
    soft2: '#dfe4fc',
  },
  success: { main: '#4caf50', text: '#2a7430', soft: '#e8f5e9' },
  warning: { main: '#ff9800', text: '#8f5200', soft: '#fff1dc' },
  error: { main: '#e53935', text: '#c62828', soft: '#fdecec', fill: '#d32f2f', fillHover: '#b92626' },
  info: { main: '#1976d2', text: '#1565c0', soft: '#e8f1fb' },
  note: {
    text: '#6b4e00',
    soft: '#fff6d6',
    edge: '#d9a400',
    chip: '#fdedb5',
    button: '#6b4e00',
    onButton: '#ffffff',
  },
  heat: ['#eef0f5', '#dfe4fc', '#b5c1f7', '#8394ec', '#4f63d2'],
  avatars: [
    ['#dfe5ff', '#3949ab'],
    ['#f1e1fb', '#7b3fa0'],
    ['#d9f0ee', '#0b655d'],
    ['#ffe6d3', '#914008'],
    ['#fde0ea', '#a3264f'],
    ['#e2f1d8', '#3d661a'],
    ['#dcedfb', '#0d5a94'],
    ['#f6ecc9', '#6f5400'],
  ],
  toast: { ground: '#23283a', text: '#ffffff', action: '#b8c3fa', success: '#81c784' },
  shadows: [
    '0 1px 2px rgba(24,30,58,.06), 0 0 0 1px rgba(24,30,58,.04)',
    '0 2px 6px rgba(24,30,58,.07), 0 0 0 1px rgba(24,30,58,.05)',
    '0 8px 24px rgba(24,30,58,.12), 0 0 0 1px rgba(24,30,58,.06)',
    '0 24px 64px rgba(24,30,58,.22), 0 0 0 1px rgba(24,30,58,.06)',
  ],
};

export const darkTokens: ColorTokens = {
  canvas: '#11131a',
  surface: '#181b25',
  sunken: '#1d212d',
  hover: '#222736',
  neutral: '#262b3a',
  divider: '#282d3c',
  buttonOutline: '#3a4054',
  controlOutline: '#6f7893',
  ghost: '#3d4459',
  text1: '#e8eaf2',
  text2: '#a9b0c5',
  text3: '#949cb3',
  primary: {
    main: '#7d91f0',
    button: '#5468d8',
    buttonHover: '#4a5dc9',
    text: '#a3b1f7',
    soft: '#232a4a',
    soft2: '#2d3763',
  },
  success: { main: '#5cb860', text: '#81c784', soft: '#1b2b22' },
  warning: { main: '#ffa726', text: '#ffb74d', soft: '#33270f' },
  error: { main: '#ef5350', text: '#ff8a85', soft: '#3a1d20', fill: '#d43b38', fillHover: '#bf302e' },
  info: { main: '#42a5f5', text: '#7db7f0', soft: '#16273a' },
  note: {
    text: '#f2d479',
    soft: '#2f2812',
    edge: '#c79a1c',
    chip: '#43391a',
    button: '#f2d479',
    onButton: '#2f2812',
  },
  heat: ['#232838', '#2b3359', '#3c4a8c', '#566ac6', '#93a4f8'],
  avatars: [
    ['#2c3568', '#c3ccff'],
    ['#45295a', '#e4c5f6'],
    ['#173f3c', '#9be0d8'],
    ['#4f2f17', '#ffc79c'],
    ['#4f2233', '#ffb8ce'],
    ['#2c4219', '#c2e3a5'],
    ['#173a56', '#a8d6fa'],
    ['#433812', '#efd98a'],
  ],
  toast: { ground: '#2b3145', text: '#ffffff', action: '#b8c3fa', success: '#81c784' },
  shadows: [
    '0 1px 2px rgba(0,0,0,.4), 0 0 0 1px rgba(255,255,255,.04)',
    '0 2px 6px rgba(0,0,0,.45), 0 0 0 1px rgba(255,255,255,.05)',
    '0 8px 24px rgba(0,0,0,.55), 0 0 0 1px rgba(255,255,255,.07)',
    '0 24px 64px rgba(0,0,0,.7), 0 0 0 1px rgba(255,255,255,.08)',
  ],
};
