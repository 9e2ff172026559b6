import { toThemeCss } from '../theme'

/** The look of an embed: the theme's colours and the reader's own sans-serif, as a font of ours would weigh more than all the rest. */
export const embedCss = `${toThemeCss({ colours: true })}
*{box-sizing:border-box}
html{background:var(--color-background);color:var(--color-text);font:15px/1.5 Inter,system-ui,-apple-system,'Segoe UI',Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;container-type:inline-size}
main{padding:10px 1px 2px;border-block-start:3px solid var(--color-series1);position:relative}
h1{margin:0;font-size:20px;line-height:1.25;text-wrap:balance}
p{margin:4px 0 10px}
a,summary{color:var(--color-link)}
ul{margin:8px 0 0;padding:0;list-style:none;font-size:12.5px;color:var(--color-muted)}
footer{margin-block-start:8px;padding-block:6px;border-block-start:1px solid var(--color-rule);font-size:12.5px;color:var(--color-muted)}
footer a{display:inline-block;margin-inline-end:12px;padding-block:3px}
summary{cursor:pointer;font-size:13px;padding-block:4px;width:fit-content}
.wide{display:none}
@container (min-width:560px){.narrow{display:none}.wide{display:block}}
.rows{max-height:660px;overflow:auto;border-block-end:1px solid var(--color-rule)}
details .rows{max-height:340px}
table{border-collapse:collapse;width:100%;font-size:13px;font-variant-numeric:tabular-nums}
th,td{padding:4px 12px 4px 0;text-align:start;border-block-end:1px solid var(--color-rule);vertical-align:baseline;font-weight:400;overflow-wrap:anywhere}
th:not(.n),td:not(.n){min-width:7.5em}thead th{overflow-wrap:normal;font-weight:600;color:var(--color-muted)}
.n{text-align:end;white-space:nowrap}
:focus-visible{outline:2px solid var(--color-focus);outline-offset:2px}
.tip{position:absolute;pointer-events:none;max-width:240px;padding:6px 10px;border:1px solid var(--color-edge);background:var(--color-background);font-size:12.5px;line-height:1.4;white-space:pre-line}
.line{position:absolute;pointer-events:none;width:1px;background:var(--color-edge)}
@media print{.rows{max-height:none}}`
