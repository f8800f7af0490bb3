type Element = (type: unknown, props: object | null, ...children: unknown[]) => unknown;
type System = { React: { createElement: Element } };
type LayoutProps = {
  getComponent: (name: string, connected?: boolean) => unknown;
  specSelectors: { loadingStatus: () => string };
};

/**
 * A Swagger UI plugin, rendered by Swagger's own React. The default layout adds a second main
 * landmark, and places links inside buttons, which gives keyboards two stops for each.
 */
export const referenceLayout = ({ React }: System) => ({
  components: {
    DeepLink: plainWords(React.createElement),
    ReferenceLayout: withoutLandmarks(React.createElement),
  },
});

const plainWords =
  (element: Element) =>
  ({ text }: { text: string }) =>
    element("span", null, text);

const withoutLandmarks =
  (element: Element) =>
  ({ getComponent, specSelectors }: LayoutProps) => {
    if (specSelectors.loadingStatus() !== "success") return null;
    const authorize = element(getComponent("AuthorizeBtnContainer", true), null);
    return element(
      "div",
      { className: "swagger-ui" },
      element(getComponent("SvgAssets"), null),
      element(
        "div",
        { className: "scheme-container" },
        element("div", { className: "schemes wrapper" }, authorize),
      ),
      element(getComponent("errors", true), null),
      element(getComponent("operations", true), null),
    );
  };
