import XCTest
import SwiftTreeSitter
import TreeSitterVrp

final class TreeSitterVrpTests: XCTestCase {
    func testCanLoadGrammar() throws {
        let parser = Parser()
        let language = Language(language: tree_sitter_vrp())
        XCTAssertNoThrow(try parser.setLanguage(language),
                         "Error loading Huawei VRP grammar")
    }
}
