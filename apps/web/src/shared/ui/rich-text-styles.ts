/** Message typography, the same while writing and when read. */
export const richTextStyles = {
  typography: 'message',
  overflowWrap: 'anywhere',
  '& p': { m: 0, minHeight: '22px' },
  '& p + p, & p + ul, & p + ol, & ul + p, & ol + p, & pre, & blockquote': { mt: 1 },
  '& ul, & ol': { my: 0.5, pl: 3 },
  '& a': { color: 'primary.text', fontWeight: 500 },
  '& [data-mention]': { fontWeight: 600 },
  '& code': {
    px: 0.5,
    py: '1px',
    borderRadius: '4px',
    bgcolor: 'surface.neutral',
    fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
    fontSize: '.93em',
  },
  '& pre': { mb: 0, p: 1.5, borderRadius: '8px', bgcolor: 'surface.neutral', overflowX: 'auto' },
  '& pre code': { p: 0, bgcolor: 'transparent' },
  '& blockquote': { mx: 0, pl: 1.5, borderLeft: '3px solid', borderColor: 'divider', color: 'text.secondary' },
} as const;
