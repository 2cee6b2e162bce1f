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

export const variations = icon(svg`
  <rect x="4" y="4" width="7" height="7" rx="1.4" /><rect x="13.5" y="4" width="6.5" height="7" rx="1.4" />
  <rect x="4" y="13.5" width="7" height="6.5" rx="1.4" /><path d="M16.8 13.5v6.5M13.5 16.8h6.5" />`);

export const download = icon(svg`<path d="M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.5h15" />`);

export const copyImage = icon(svg`
  <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2" /><path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />
  <path d="m9 18 3.4-3.6 2.3 2.2 1.7-1.6 3 2.8" />`);

export const copyWords = icon(svg`
  <path d="M5 6.5h14M5 11h14M5 15.5h8" /><path d="M5 20h5" />`);

export const share = icon(svg`
  <path d="M12 14.5V3.8M8 7.5l4-3.7 4 3.7" /><path d="M7.5 11H6a1.5 1.5 0 0 0-1.5 1.5v6A1.5 1.5 0 0 0 6 20h12a1.5 1.5 0 0 0 1.5-1.5v-6A1.5 1.5 0 0 0 18 11h-1.5" />`);

export const phone = icon(svg`
  <rect x="6.5" y="3" width="11" height="18" rx="2.4" /><path d="M10 8h1.6v1.6H10zM13 8h1.2M10 12h1.2M13 11.4v1.8M11 17.8h2" />`);

export const eye = icon(svg`
  <path d="M2.8 12C5.6 7.8 8.6 5.8 12 5.8s6.4 2 9.2 6.2c-2.8 4.2-5.8 6.2-9.2 6.2S5.6 16.2 2.8 12z" /><circle cx="12" cy="12.1" r="2.9" />`);

export const trash = icon(svg`
  <path d="M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l.9 13h9.2l.9-13M10.2 10.5v5.5M13.8 10.5v5.5" />`);

export const close = icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);

export const sliders = icon(svg`
  <path d="M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9" /><circle cx="15.2" cy="7.5" r="2.2" /><circle cx="8.8" cy="16.5" r="2.2" />`);

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
