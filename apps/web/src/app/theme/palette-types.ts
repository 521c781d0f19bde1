import type {} from '@mui/material/styles';

interface Note {
  text: string;
  soft: string;
  edge: string;
  chip: string;
  button: string;
  onButton: string;
}

interface Additions {
  note: Note;
  surface: { sunken: string; hover: string; neutral: string };
  outline: { button: string; control: string };
  ghost: string;
  heat: Record<string, string>;
  avatar: Record<string, { ground: string; text: string }>;
  toast: { ground: string; text: string; action: string; success: string };
  elevation: { panel: string; composer: string; popover: string; dialog: string };
}

declare module '@mui/material/styles' {
  interface Palette extends Additions {}
  interface PaletteOptions extends Partial<Additions> {}
  interface PaletteColor {
    text: string;
    soft: string;
    soft2: string;
    button: string;
    buttonHover: string;
    fill: string;
    fillHover: string;
  }
  interface SimplePaletteColorOptions {
    text?: string;
    soft?: string;
    soft2?: string;
    button?: string;
    buttonHover?: string;
    fill?: string;
    fillHover?: string;
  }
  interface TypeText {
    tertiary: string;
  }
  interface TypographyVariants {
    message: React.CSSProperties;
  }
  interface TypographyVariantsOptions {
    message?: React.CSSProperties;
  }
}

declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides {
    message: true;
  }
}

declare module '@mui/material/Button' {
  interface ButtonPropsVariantOverrides {
    tonal: true;
  }
}
