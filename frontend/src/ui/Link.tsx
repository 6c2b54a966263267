import type { AnchorHTMLAttributes, MouseEvent } from "react";
import { navigate } from "./router";

/** A link within the app: a plain click stays on the page, any other does what links do. */
export function Link({ href, onClick, ...rest }: { href: string } & AnchorHTMLAttributes<Element>) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plain) return;
    event.preventDefault();
    navigate(href);
  };
  return <a href={href} onClick={follow} {...rest} />;
}
