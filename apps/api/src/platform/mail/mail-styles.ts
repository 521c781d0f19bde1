import { type SafeHtml, sanitized } from './html.js';

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/** Light, inline, for readers that drop style sheets. Values are the tokens of the web app. */
const STYLES = {
  canvas: 'margin:0;padding:0;background-color:#f5f6fa;-webkit-text-size-adjust:100%',
  preheader:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;color:#f5f6fa',
  outside: 'padding:32px 16px 40px',
  column: `max-width:560px;margin:0 auto;text-align:left;${FONT}`,
  header: 'padding:0 8px 16px',
  mark: 'width:32px;height:32px;border-radius:8px;background-color:#667eea;background-image:linear-gradient(135deg,#667eea,#764ba2);font-size:0;line-height:0',
  capsuleLeft:
    'width:16px;height:5px;margin:0 0 0 5px;border-radius:3px;background-color:#c3ccff;transform:translateY(5px) rotate(-45deg)',
  capsuleRight:
    'width:16px;height:5px;margin:0 0 0 11px;border-radius:3px;background-color:#ffffff;transform:translateY(-2px) rotate(-45deg)',
  sender: `padding-left:12px;${FONT};font-size:16px;line-height:24px;font-weight:600;letter-spacing:-.01em;color:#1b1f2e`,
  panel: `padding:32px;background-color:#ffffff;border:1px solid #e5e8f0;border-radius:12px;${FONT}`,
  heading: `margin:0 0 16px;${FONT};font-size:20px;line-height:28px;font-weight:600;letter-spacing:-.014em;color:#1b1f2e`,
  paragraph: `margin:0 0 16px;${FONT};font-size:16px;line-height:24px;color:#1b1f2e`,
  quote: `padding:16px 20px;background-color:#f8f9fc;border-radius:8px;${FONT};font-size:16px;line-height:24px;color:#1b1f2e`,
  author: `margin:0 0 4px;${FONT};font-size:14px;line-height:20px;font-weight:600;color:#1b1f2e`,
  block: 'margin-top:24px',
  buttonCell: 'border-radius:8px;background-color:#4f63d2',
  button: `display:inline-block;padding:12px 24px;${FONT};font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none;border-radius:8px`,
  address: `margin:16px 0 0;${FONT};font-size:12px;line-height:16px;color:#626980;word-break:break-all`,
  link: 'color:#4557c2',
  footer: `padding:16px 8px 0;${FONT};font-size:12px;line-height:18px;color:#626980`,
} as const;

/** The `style` attribute of a part of the mail. */
export const inline = (part: keyof typeof STYLES): SafeHtml =>
  sanitized(`style="${STYLES[part].replaceAll('"', "'")}"`);

/** What inline styles cannot say: the inside of a quote, small screens, and the dark. */
export const CLASSES = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
.body>:first-child{margin-top:0}.body>:last-child{margin-bottom:0}
.body p,.body ul,.body ol,.body pre,.body blockquote{margin:0 0 12px}
.body ul,.body ol{padding-left:24px}
.body blockquote{padding-left:12px;border-left:3px solid #d3d8e4;color:#565d73}
.body code,.body pre{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:14px}
.body pre{white-space:pre-wrap}
.body a{color:#4557c2}
.body{overflow-wrap:anywhere}
@media (max-width:480px){.panel{padding:24px 20px!important}}
@media (prefers-color-scheme:dark){
.canvas{background-color:#11131a!important}
.panel{background-color:#181b25!important;border-color:#282d3c!important}
.strong,.text,.quote,.body{color:#e8eaf2!important}
.quote{background-color:#1d212d!important}
.quiet{color:#949cb3!important}
.link,.body a{color:#a3b1f7!important}
.button{background-color:#5468d8!important}
.body blockquote{color:#a9b0c5;border-color:#3a4054}
}
`;
