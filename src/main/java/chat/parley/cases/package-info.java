/** What is done for each type of a sealed family, none forgotten. */
package chat.parley.cases;
