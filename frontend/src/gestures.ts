/** Moving and zooming the map by pointer, wheel and keyboard. */

import { useRef } from "preact/hooks";

/** The frame of the map, in units of its own. */
export const WIDTH = 960;
export const HEIGHT = 600;

/** How far the drawing is moved and zoomed within its frame. */
export interface View {
  k: number;
  x: number;
  y: number;
}

/** Drag, pinch, ctrl and wheel, arrow keys. */
export function useGestures(
  frame: { current: SVGSVGElement | null },
  view: View,
  move: (to: View) => void,
  zoom: (by: number, cx?: number, cy?: number) => void,
) {
  const fingers = useRef(new Map<number, [number, number]>());
  const spot = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if ((event.target as Element).closest("a")) return;
      fingers.current.set(event.pointerId, spot(event));
      frame.current?.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = spot(event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      if (!other) move({ ...view, x: view.x + now[0] - before[0], y: view.y + now[1] - before[1] });
      else {
        const apart = (p: [number, number]) => Math.hypot(p[0] - other[0], p[1] - other[1]) || 1;
        zoom(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
      }
    },
    onPointerUp: (event: PointerEvent) => fingers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent) => fingers.current.delete(event.pointerId),
    onWheel: (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return; // the wheel alone goes on scrolling the page
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...spot(event));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const shift = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (shift) move({ ...view, x: view.x + (shift[0] ?? 0), y: view.y + (shift[1] ?? 0) });
      else if (event.key === "+" || event.key === "=") zoom(1.6);
      else if (event.key === "-") zoom(1 / 1.6);
      else return;
      event.preventDefault();
    },
  };
}
