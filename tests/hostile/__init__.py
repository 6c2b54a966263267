"""Files that were made to do harm, or that harm by being odd."""
