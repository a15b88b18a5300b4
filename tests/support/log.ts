/** For tests that do not look at what is logged. */
export const silentLog = { debug() {}, info() {}, warn() {}, error() {}, fatal() {} };
