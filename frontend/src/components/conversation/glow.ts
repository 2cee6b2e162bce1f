/**
 * Paints a picture's colours small into a canvas; stretched and blurred behind the picture, they
 * are the light it casts on the wall.
 */
export function drawGlow(canvas: HTMLCanvasElement, picture: HTMLImageElement): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
