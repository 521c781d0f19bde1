/** The platform's own inputs in small popovers. */
export const inputLook = {
  width: 1,
  minHeight: { xs: 44, md: 36 },
  px: 1.5,
  border: '1px solid',
  borderColor: 'outline.control',
  borderRadius: '8px',
  bgcolor: 'background.paper',
  color: 'text.primary',
  font: 'inherit',
  // Below 16 px a phone zooms into the field.
  fontSize: { xs: '1rem', md: '.875rem' },
} as const;
