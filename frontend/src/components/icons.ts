import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

export const arrangement = icon(svg`
  <circle cx="7.5" cy="8" r="3.2" /><path d="M13.5 19.5 17.2 12l3.8 7.5z" />
  <path d="M15 5.5h5v5M4 19.5h5.5" />`);

export const keep = icon(svg`<path d="M4.5 12.8 9.8 18 19.5 6.5" />`);

export const moon = icon(svg`<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z" />`);

export const sun = icon(svg`<circle cx="12" cy="12" r="4" />
  <path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />`);

export const pencil = icon(
  svg`<path d="M4.5 19.5 5.8 15 16 4.8l3.2 3.2L9 18.2zM13.8 7l3.2 3.2" />`,
);

export const shuffle = icon(svg`
  <path d="M3.5 7h3.2c2.3 0 3.6 1.3 4.8 3M3.5 17h3.2c5.3 0 5.3-10 10.6-10h3M20.3 17h-3c-2.3 0-3.6-1.3-4.8-3" />
  <path d="m17.8 4.5 2.7 2.5-2.7 2.5M17.8 14.5l2.7 2.5-2.7 2.5" />`);

function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}
