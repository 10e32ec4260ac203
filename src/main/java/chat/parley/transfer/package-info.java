/** What was said as lines of JSON: exports are made and read here. */
package chat.parley.transfer;
