/** Mantine in Touchline's visual language; every colour comes from the tokens. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import { fixedVariables, schemeVariables, tokens } from "./tokens";

const ink: MantineColorsTuple = [
  "#eef0fd",
  "#dfe3fa",
  "#bcc4f3",
  "#97a3ec",
  "#7886e4",
  "#6272dc",
  "#4f60d2",
  "#3d4fc4",
  "#3342a8",
  "#28358a",
];

/** Mantine's neutral colours, in the tones of the surfaces (tokens.json). */
const gray: MantineColorsTuple = [
  "#f7f7f5",
  "#f1f1ee",
  "#e9e9e4",
  "#e2e2dc",
  "#d0d0c8",
  "#8b8d91",
  "#565c66",
  "#454b55",
  "#2e333b",
  "#1b1e24",
];
const dark: MantineColorsTuple = [
  "#e9ebef",
  "#c6ccd6",
  "#a6adb9",
  "#7b828e",
  "#3d434e",
  "#2d323b",
  "#24282f",
  "#1c1f25",
  "#15171b",
  "#121418",
];

const px = (size: number) => `${size / 16}rem`;
const { size } = tokens.font;

/** The list of options scrolls, and not a box around it that no key could reach. */
const scrollsItself = {
  withScrollArea: false,
  styles: { options: { maxHeight: "18rem", overflowY: "auto" } },
} as const;

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, gray, dark },
  fontFamily: `${tokens.font.family}, ${tokens.font.fallback}`,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: {
    xs: px(size.xs),
    sm: px(size.sm),
    md: px(size.md),
    lg: px(size.lg),
    xl: px(size.xl),
  },
  spacing: {
    xs: px(tokens.spacing.xs),
    sm: px(tokens.spacing.sm),
    md: px(tokens.spacing.md),
    lg: px(tokens.spacing.lg),
    xl: px(tokens.spacing.xl),
  },
  radius: { xs: "3px", sm: "4px", md: "8px", lg: "12px", xl: "20px" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: true,
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: px(size.title), lineHeight: "1.25" },
      h2: { fontSize: px(size.xl), lineHeight: "1.3" },
      h3: { fontSize: px(size.lg), lineHeight: "1.35" },
      h4: { fontSize: px(size.md), lineHeight: "1.4" },
    },
  },
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "lg" } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: "sm" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm", autosize: true, minRows: 2, maxRows: 8 } },
    Select: { defaultProps: { size: "sm", ...scrollsItself } },
    Autocomplete: { defaultProps: { size: "sm", ...scrollsItself } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // Whatever floats stands in a landmark of its own (index.html).
    Portal: { defaultProps: { target: "#floating" } },
    Modal: {
      defaultProps: {
        centered: true,
        padding: "lg",
        transitionProps: { transition: "pop" },
        closeButtonProps: { "aria-label": "Close" },
        // Its head is no second banner of the page.
        attributes: { header: { role: "presentation" } },
      },
      styles: { title: { fontSize: px(size.lg), fontWeight: 600 } },
    },
  },
});

/** Hands the tokens to CSS, and lets Mantine's own surfaces follow them. */
export const cssVariables: CSSVariablesResolver = () => {
  const mantine = {
    "--mantine-color-body": "var(--surface-panel)",
    "--mantine-color-text": "var(--surface-text)",
    "--mantine-color-dimmed": "var(--surface-text-soft)",
    "--mantine-color-placeholder": "var(--surface-text-soft)",
    "--mantine-color-default-border": "var(--surface-border)",
    "--mantine-color-anchor": "var(--surface-accent-text)",
    "--mantine-color-error": "var(--severity-error)",
    "--mantine-color-ink-light": "var(--surface-accent-soft)",
    "--mantine-color-ink-light-hover":
      "color-mix(in srgb, var(--surface-accent-soft) 85%, var(--surface-accent))",
    "--mantine-color-ink-light-color": "var(--surface-accent-text)",
  };
  return {
    variables: fixedVariables(),
    light: { ...schemeVariables("light"), ...mantine },
    dark: { ...schemeVariables("dark"), ...mantine },
  };
};
