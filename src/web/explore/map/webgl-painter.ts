import { marginsOf, shiftBetween, type View } from './backdrop.ts';
import { sideOf } from './camera.ts';
import { drawingOrder, type Paint, type Painter, pointSize } from './painter.ts';
import type { SongMap } from './song-map.ts';

const VERTEX = `#version 300 es
in vec2 place;
in vec3 colour;
uniform vec2 scale;
uniform vec2 shift;
uniform float size;
out vec3 shade;
void main() {
  gl_Position = vec4(place * scale + shift, 0.0, 1.0);
  gl_PointSize = size;
  shade = colour;
}`;

const FRAGMENT = `#version 300 es
precision mediump float;
uniform bool round;
in vec3 shade;
out vec4 shown;
void main() {
  vec2 off = gl_PointCoord - 0.5;
  if (round && dot(off, off) > 0.25) discard;
  shown = vec4(shade, 1.0);
}`;

/** Below so many pixels a square looks the same as a disc. */
const ROUND_FROM = 4;

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader | null {
  const shader = gl.createShader(kind);
  if (shader === null) return null;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, VERTEX), compile(gl, gl.FRAGMENT_SHADER, FRAGMENT)];
  for (const shader of shaders) if (shader !== null) gl.attachShader(program, shader);
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

function fill(gl: WebGL2RenderingContext, name: number, { data, parts, type }: Attribute): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
  gl.enableVertexAttribArray(name);
  gl.vertexAttribPointer(name, parts, type, true, 4, 0);
}

interface Attribute {
  data: ArrayBufferView<ArrayBuffer>;
  parts: number;
  type: number;
}

/** A picture that is larger than the canvas, of which the canvas shows a part. */
interface Backdrop {
  buffer: WebGLFramebuffer | null;
  texture: WebGLTexture | null;
}

function createBackdrop(gl: WebGL2RenderingContext): Backdrop {
  const [buffer, texture] = [gl.createFramebuffer(), gl.createTexture()];
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  return { buffer, texture };
}

const CONTEXT: WebGLContextAttributes = {
  alpha: true,
  antialias: false,
  depth: false,
  stencil: false,
  failIfMajorPerformanceCaveat: true,
};

/** What browsers call a processor that stands in for a graphics card. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Whether a graphics card draws. Without one, so many points take far longer than an image that is filled by hand. */
function hasGraphicsCard(): boolean {
  // On a canvas of its own: one that was asked for WebGL gives no other picture.
  const gl = document.createElement('canvas').getContext('webgl2', CONTEXT);
  const names = gl?.getExtension('WEBGL_debug_renderer_info');
  const renderer = gl?.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && !SOFTWARE.test(renderer);
}

/** Points by WebGL2; null where the browser has none, or only a slow imitation. */
export function createWebGlPainter(canvas: HTMLCanvasElement, map: SongMap): Painter | null {
  if (!hasGraphicsCard()) return null;
  const gl = canvas.getContext('webgl2', CONTEXT);
  const program = gl === null ? null : link(gl);
  if (gl === null || program === null) return null;
  const { buffer } = createBackdrop(gl);
  gl.useProgram(program);
  let drawn: View | null = null;
  return {
    kind: 'webgl',
    paint(paint) {
      upload(gl, program, { map, paint });
      drawn = null;
    },
    draw(view) {
      const [width, height] = [gl.drawingBufferWidth, gl.drawingBufferHeight];
      const margins = marginsOf(view);
      let shift = shiftBetween(drawn, view);
      gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
      if (shift === null) {
        drawPoints(gl, program, { view, count: map.count });
        drawn = view;
        shift = { x: 0, y: 0 };
      }
      const [left, bottom] = [margins.x - shift.x, margins.y + shift.y];
      gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, null);
      gl.blitFramebuffer(
        ...([left, bottom, left + width, bottom + height] as const),
        ...([0, 0, width, height] as const),
        ...([gl.COLOR_BUFFER_BIT, gl.NEAREST] as const),
      );
    },
    dispose: () => gl.deleteProgram(program),
  };
}

/** Draws the view and what lies around it into the bound buffer. */
function drawPoints(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { view, count }: { view: View; count: number },
): void {
  const { camera, size, ratio } = view;
  const margins = marginsOf(view);
  const width = gl.drawingBufferWidth + 2 * margins.x;
  const height = gl.drawingBufferHeight + 2 * margins.y;
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const diameter = pointSize(camera, size, count) * ratio;
  // Lengths of the map's side in clip space, where the picture is 2 wide and high.
  const side = sideOf(camera, size) * ratio;
  const [x, y] = [(2 * side) / width, (2 * side) / height];
  gl.texImage2D(
    ...([gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0] as const),
    ...([gl.RGBA, gl.UNSIGNED_BYTE, null] as const),
  );
  gl.viewport(0, 0, width, height);
  gl.clearColor(0, 0, 0, 0);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.uniform2f(uniform('scale'), x, -y);
  gl.uniform2f(uniform('shift'), -camera.x * x, camera.y * y);
  gl.uniform1f(uniform('size'), diameter);
  gl.uniform1i(uniform('round'), diameter >= ROUND_FROM ? 1 : 0);
  gl.drawArrays(gl.POINTS, 0, count);
}

function upload(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  { map, paint }: { map: SongMap; paint: Paint },
): void {
  const order = drawingOrder(paint);
  const places = new Uint16Array(2 * map.count);
  // A fourth byte keeps each colour at an address that graphics cards read at once.
  const colours = new Uint8Array(4 * map.count);
  for (const [to, from] of order.entries()) {
    for (let part = 0; part < 2; part++) places[2 * to + part] = map.places[2 * from + part] ?? 0;
    for (let part = 0; part < 3; part++) colours[4 * to + part] = paint.colours[3 * from + part] ?? 0;
  }
  fill(gl, gl.getAttribLocation(program, 'place'), { data: places, parts: 2, type: gl.UNSIGNED_SHORT });
  fill(gl, gl.getAttribLocation(program, 'colour'), { data: colours, parts: 3, type: gl.UNSIGNED_BYTE });
}
