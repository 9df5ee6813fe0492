/** @jsxRuntime automatic @jsxImportSource preact */
import type { ComponentChildren, VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { keepFocusIn } from "./keepFocusIn.ts";

/** A dialog that keeps the focus until it is closed, by Escape as well. */
export function Modal({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onKeyDown={(event) => keepFocusIn(event.currentTarget, event)}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  );
}
