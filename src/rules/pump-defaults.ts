/** What a refill starts from, as text that can be changed: rows `products 3 alarm` and `products 3 stability`. */
export const usualAlarmVolumeMl = '2.0';
export const usualStabilityDays = '180';
