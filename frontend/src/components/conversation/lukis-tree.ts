import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { texts } from '../../i18n/texts';
import type { Entry } from '../../state/state';
import { type Direction, layOut, type Node, neighbour } from '../../state/tree-layout';
import { shared } from '../../styles/shared';
import { emit } from '../shared/events';
import { LocalizedElement } from '../shared/localized-element';

const CELL_WIDTH = 54;
const CELL_HEIGHT = 46;
const SIDE = 40;

/** The versions of a picture as a small tree, with arrow keys to move in it. */
@customElement('lukis-tree')
export class LukisTree extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host {
        display: block;
        max-width: 100%;
        overflow: auto hidden;
        scrollbar-width: thin;
      }
      .tree {
        position: relative;
        margin: 4px;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        fill: none;
        stroke: var(--line-strong);
        stroke-width: 1.5;
        pointer-events: none;
      }
      :host(:dir(rtl)) svg {
        transform: scaleX(-1);
      }
      button {
        position: absolute;
        width: 40px;
        height: 40px;
        padding: 0;
        border: 0;
        border-radius: 4px;
        background: var(--surface-dim);
        box-shadow: 0 0 0 1px var(--line);
        overflow: hidden;
        transition: scale var(--duration-short);
      }
      button[aria-selected='true'] {
        box-shadow:
          0 0 0 2px var(--surface),
          0 0 0 4px var(--accent);
      }
      button:focus-visible {
        outline-offset: 4px;
      }
      button:not([aria-selected='true']):hover {
        scale: 1.06;
      }
      img {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
    `,
  ];

  @property({ attribute: false }) tree: readonly Entry[] = [];
  @property({ type: Number }) shown = 0;

  override render() {
    const nodes = layOut(this.tree);
    const columns = Math.max(...nodes.map(({ column }) => column)) + 1;
    const rows = Math.max(...nodes.map(({ row }) => row)) + 1;
    const size = `width:${columns * CELL_WIDTH - 14}px;height:${rows * CELL_HEIGHT - 6}px`;
    return html`<div class="tree" role="tree" aria-label=${texts().tree.label} style=${size}>
      <svg aria-hidden="true">${nodes.map(branch)}</svg>
      ${repeat(
        nodes,
        ({ entry }) => entry.id,
        (node, index) => this.leaf(nodes, node, index),
      )}
    </div>`;
  }

  private leaf(nodes: readonly Node[], node: Node, index: number) {
    const { entry, column, row } = node;
    const shown = entry.id === this.shown;
    const { picture, prompt } = entry;
    return html`<button
      type="button"
      role="treeitem"
      data-id=${entry.id}
      aria-level=${column + 1}
      aria-selected=${shown}
      aria-label=${texts().tree.version(prompt, index + 1)}
      title=${prompt}
      tabindex=${shown ? 0 : -1}
      style="inset-inline-start:${column * CELL_WIDTH}px;top:${row * CELL_HEIGHT}px"
      @click=${() => emit(this, 'lukis-choose', { id: entry.id })}
      @keydown=${(event: KeyboardEvent) => this.pressed(event, nodes, node)}
    >
      ${picture === undefined ? '' : html`<img src=${picture.url} alt="" draggable="false" />`}
    </button>`;
  }

  private pressed(event: KeyboardEvent, nodes: readonly Node[], node: Node): void {
    const turned = getComputedStyle(this).direction === 'rtl';
    const directions: Record<string, Direction> = {
      ArrowLeft: turned ? 'child' : 'parent',
      ArrowRight: turned ? 'parent' : 'child',
      ArrowUp: 'previous',
      ArrowDown: 'next',
    };
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const next = neighbour(nodes, node, direction);
    if (next === undefined) return;
    emit(this, 'lukis-choose', { id: next.entry.id });
    this.renderRoot.querySelector<HTMLElement>(`[data-id="${next.entry.id}"]`)?.focus();
  }
}

/** A line from a parent's edge to its child's. */
function branch({ column, row, parent }: Node) {
  if (parent === undefined) return '';
  const [x, y] = [parent.column * CELL_WIDTH + SIDE, parent.row * CELL_HEIGHT + SIDE / 2];
  const [toX, toY] = [column * CELL_WIDTH, row * CELL_HEIGHT + SIDE / 2];
  const bend = (x + toX) / 2;
  return svg`<path d="M${x} ${y}C${bend} ${y} ${bend} ${toY} ${toX} ${toY}" />`;
}
