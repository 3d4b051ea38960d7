import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Ten steps around the accent; the tokens say what is used where, this ramp only feeds the kit's own variants. */
const accent: MantineColorsTuple = [
  '#e9effc', '#d3ddf7', '#b0c3f1', '#8facff', '#6788e0', '#4a6fd6', '#2b55c8', '#2349b3', '#1b3b94', '#142d73',
];

/** The kit's dark neutrals are grey; these are the tokens' own, so that fields and menus belong to the surface they lie on. */
const dark: MantineColorsTuple = [
  '#e8eaed', '#b6bdc7', '#8e97a3', '#69727e', '#2c3137', '#252a2f', '#1f2327', '#1a1d21', '#121417', '#0d0f11',
];

const family = "'Inter Variable', 'Segoe UI Variable', 'Segoe UI', system-ui, sans-serif";

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  colors: { accent, dark },
  autoContrast: false,
  fontFamily: family,
  headings: { fontFamily: family, fontWeight: '600' },
  defaultRadius: 6,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '26px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow-pop)', lg: 'var(--shadow-pop)', xl: 'var(--shadow-pop)' },
  components: {
    Button: {
      defaultProps: { size: 'xs', variant: 'default' },
      // The accent is light in the dark theme: white on it cannot be read.
      vars: (_theme: unknown, props: { readonly variant?: string; readonly color?: string }) => ({
        root: props.variant === 'filled' && props.color === undefined ? { '--button-color': 'var(--on-accent)' } : {},
      }),
    },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    MultiSelect: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    Autocomplete: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    TagsInput: { defaultProps: { size: 'xs', comboboxProps: { shadow: 'md' } } },
    FileInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' } },
    Radio: { defaultProps: { size: 'xs', iconColor: 'var(--on-accent)' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, multiline: true, maw: 320, radius: 4 } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { transition: 'fade-down', duration: 120 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { transition: 'fade-down', duration: 120 } } },
    // The page itself never scrolls, so there is nothing to lock; the lock would write a style the policy refuses.
    Modal: { defaultProps: { radius: 8, yOffset: '7vh', lockScroll: false, closeButtonProps: { 'aria-label': 'Close' }, transitionProps: { transition: 'fade', duration: 120 }, overlayProps: { color: 'var(--backdrop)', backgroundOpacity: 1 } } },
    Paper: { defaultProps: { radius: 6, withBorder: true } },
    Badge: { defaultProps: { radius: 4, size: 'sm' } },
    Anchor: { defaultProps: { underline: 'hover', fw: 500 } },
    Notification: { defaultProps: { radius: 6, closeButtonProps: { 'aria-label': 'Close' } } },
  },
});

/** The kit's variables, each told which token it is. The same in light and dark, since the tokens change themselves. */
const mapped = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text3)',
  '--mantine-color-placeholder': 'var(--text3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--act)',
  '--mantine-color-success': 'var(--ok)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--text3)',
  '--mantine-color-disabled-border': 'var(--border)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-tint)',
  '--mantine-primary-color-light-hover': 'var(--accent-tint)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-tint)',
  '--mantine-color-accent-light-hover': 'var(--accent-tint)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-gray-text': 'var(--text2)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--text2)',
} as const;

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: mapped, dark: mapped });

/** The word the main process put into the page for this load; the policy lets only style elements that carry it act. */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta?.nonce ?? '';
}
