/**
 * Draws a picture into a very small canvas. Stretched and blurred behind the picture, the canvas is
 * a glow in its colours.
 */
export function drawGlow(canvas: HTMLCanvasElement, picture: HTMLImageElement): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
