import type { AdvancedEventSelector, EventSelector } from "@aws-sdk/client-cloudtrail";
import type { TrailSelectors } from "./trail.ts";

/** Selectors as reads show them; a trail without any of its own has the default: all management events. */
export function shownSelectors({ basic, advanced }: TrailSelectors): {
  EventSelectors?: EventSelector[];
  AdvancedEventSelectors?: AdvancedEventSelector[];
} {
  if (advanced) return { AdvancedEventSelectors: [...advanced] };
  return {
    EventSelectors: (basic ?? [{}]).map((selector) => ({
      ReadWriteType: selector.ReadWriteType ?? "All",
      IncludeManagementEvents: selector.IncludeManagementEvents ?? true,
      DataResources: selector.DataResources ?? [],
      ExcludeManagementEventSources: selector.ExcludeManagementEventSources ?? [],
    })),
  };
}
